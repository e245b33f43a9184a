/** @file Moments worth looking at, as buttons. */

import { shownStep } from "../../kit/live/model/selectors";
import { usePage, usePageStore } from "../../kit/live/usePage";
import { goToMoment, isRun } from "./model/pairs";
import { PRESETS } from "./model/presets";

/** Snapshots are kept at most this far apart. */
const NEAR = 1.05;

export function Presets() {
  const store = usePageStore();
  const settings = usePage((state) => state.link.settings);
  const step = usePage(shownStep);
  const isAt = (at: number) => step <= at && step * NEAR >= at;
  return (
    <fieldset className="presets moments" aria-label="Moments to look at">
      {PRESETS.map(({ label, changes, at }) => (
        <button
          key={label}
          type="button"
          className="chip"
          aria-pressed={isRun(settings, changes) && isAt(at)}
          onClick={() => goToMoment(store, changes, at)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
