/** @file Play, pause, step, reset, new seed, pace, and where to stop. */

import type { Pace } from "../../run/pace";
import { Icon } from "../ui/Icon";
import { EngineBadge } from "./EngineBadge";
import { newSeed, reset, setPace, setPlaying, stepOnce, stopAt } from "./model/actions";
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
        onClick={() => (ended ? reset(store) : setPlaying(store, !playing))}
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
        onClick={() => reset(store)}
      >
        <Icon name="reset" />
      </button>
      <button
        type="button"
        aria-label="New seed"
        title="Another seed: other first weights, another split (n)"
        onClick={() => newSeed(store)}
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

function StopAt() {
  const store = usePageStore();
  const at = usePage((state) => state.link.at);
  return (
    <label className="pace">
      <span>stop at</span>
      <input
        key={at}
        type="text"
        inputMode="numeric"
        size={6}
        placeholder="end"
        defaultValue={at ?? ""}
        aria-label="Stop at this step"
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
        onBlur={(event) => {
          const text = event.target.value.trim();
          const valid = /^\d{1,7}$/.test(text);
          if (text !== "" && !valid) event.target.value = String(at ?? "");
          else if (text !== String(at ?? "")) stopAt(store, text === "" ? null : Number(text));
        }}
      />
    </label>
  );
}
