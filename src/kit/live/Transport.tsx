/** @file Play, pause, step, reset, new seed, pace, and where to stop. */

import { Icon } from "../ui/Icon";
import { EngineBadge } from "./EngineBadge";
import { newSeed, reset, setPlaying, setSpeed, stepOnce, stopAt } from "./model/actions";
import { Timeline } from "./Timeline";
import { usePage, usePageStore } from "./usePage";

const SPEEDS = [null, 1000, 300, 100, 30, 10, 3, 1] as const;

export function Transport() {
  const store = usePageStore();
  const playing = usePage((state) => state.transport.playing && state.scrub === null);
  const speed = usePage((state) => state.transport.speed);
  const ended = usePage(({ status }) => status.kind === "done" || status.kind === "failed");
  return (
    <footer className="transport">
      <button
        type="button"
        className="primary"
        aria-label={playing && !ended ? "Pause" : "Play"}
        title={playing && !ended ? "Pause (space)" : "Play (space)"}
        onClick={() => (ended ? reset(store) : setPlaying(store, !playing))}
      >
        <Icon name={playing && !ended ? "pause" : "play"} />
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
          value={speed ?? ""}
          aria-label="Steps per second at most"
          onChange={(event) =>
            setSpeed(store, event.target.value === "" ? null : Number(event.target.value))
          }
        >
          {SPEEDS.map((value) => (
            <option key={value} value={value ?? ""}>
              {value === null ? "full speed" : `${value} steps/s`}
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
