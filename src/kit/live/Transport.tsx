/** @file Play, pause, step, reset, new seed, pace, and where to stop. */

import type { Pace } from "../../run/pace";
import { grouped } from "../../theory/grouped";
import { Icon } from "../ui/Icon";
import { TypedNumber } from "../ui/TypedNumber";
import { readTyped } from "../ui/typed";
import { EngineBadge } from "./EngineBadge";
import { newSeed, reset, setPace, setPlaying, stepOnce, stopAt } from "./model/actions";
import { putAway } from "./model/putAway";
import { isOver, isPlaying } from "./model/selectors";
import { Timeline } from "./Timeline";
import { usePage, usePageStore } from "./usePage";

const PACES: readonly Pace[] = ["full", "log", 1000, 300, 100, 30, 10, 3, 1];

const paceWords = (pace: Pace): string =>
  pace === "full" ? "full speed" : pace === "log" ? "log time" : `${pace} steps/s`;

export function Transport() {
  const store = usePageStore();
  const playing = usePage(isPlaying);
  const pace = usePage(({ link }) => link.pace);
  const ended = usePage(isOver);
  return (
    <footer className="transport">
      <button
        type="button"
        className="primary"
        aria-label={playing ? "Pause" : "Play"}
        title={playing ? "Pause (space)" : "Play (space)"}
        onClick={() => (ended ? putAway(store, reset) : setPlaying(store, !playing))}
      >
        <Icon name={playing ? "pause" : "play"} />
      </button>
      <button
        type="button"
        aria-label="One step"
        title="One step (.)"
        disabled={ended}
        onClick={() => stepOnce(store)}
      >
        <Icon name="step" />
      </button>
      <button
        type="button"
        aria-label="Start again"
        title="Start again from the same first weights (r)"
        onClick={() => putAway(store, reset)}
      >
        <Icon name="reset" />
      </button>
      <button
        type="button"
        aria-label="New seed"
        title="Another seed: other first weights, another split (n)"
        onClick={() => putAway(store, newSeed)}
      >
        <Icon name="dice" />
      </button>
      <Timeline />
      <label className="pace">
        <span>pace</span>
        <select
          value={pace}
          aria-label="Pace"
          onChange={({ target: { value } }) =>
            setPace(store, PACES.find((each) => String(each) === value) ?? Number(value))
          }
        >
          {(PACES.includes(pace) ? PACES : [...PACES, pace]).map((value) => (
            <option key={value} value={value}>
              {paceWords(value)}
            </option>
          ))}
        </select>
      </label>
      <StopAt />
      <EngineBadge />
    </footer>
  );
}

const LAST_STEP = 10_000_000;

/** A step to stop at; the end where nothing is typed. */
function readStop(text: string) {
  if (text === "") return { value: null };
  const step = readTyped(text, true);
  return Number.isInteger(step) && step >= 0 && step < LAST_STEP
    ? { value: step }
    : { reason: "must be a whole number of steps below ten million" };
}

function StopAt() {
  const store = usePageStore();
  const at = usePage((state) => state.link.at);
  return (
    <div className="pace">
      <span>stop at</span>
      <TypedNumber
        key={at}
        label="Stop at this step"
        shown={at === null ? "" : grouped(at)}
        read={readStop}
        inputMode="decimal"
        placeholder="end"
        onChange={(step) => stopAt(store, step as number | null)}
      />
    </div>
  );
}
