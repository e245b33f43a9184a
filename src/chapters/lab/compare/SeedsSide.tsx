/** @file How many seeds, and what became of them. */
import { parseEntryValue } from "../../../experiment/entry";
import { newestStep } from "../../../kit/live/model/selectors";
import { describe } from "../../../kit/live/model/verdict";
import { useOf, usePageStore, usePart } from "../../../kit/live/usePage";
import { Knob } from "../../../kit/ui/Knob";
import { grouped } from "../../../theory/grouped";
import { choose } from "../model/actions";
import { LAB_PARAMS, LAB_PART } from "../model/choices";
import { type CompareState, compareState, lanesIn } from "./model/together";
import { catchingUp, troubles } from "./model/words";

/** How many ended how, and when those that learnt it did. */
function summary(state: CompareState): string {
  const lanes = lanesIn(state);
  const phases = lanes.flatMap(({ settings, state: { history } }) =>
    history ? (describe(history.progress, settings).phase ?? []) : [],
  );
  const count = (phase: string) => phases.filter((each) => each === phase).length;
  const told = ["generalisation", "grokking", "memorisation", "confusion"].flatMap((phase) =>
    count(phase) > 0 ? [`${count(phase)} ${phase}`] : [],
  );
  const steps = lanes.flatMap(({ state: { history } }) => history?.progress.test ?? []);
  const range =
    steps.length > 1
      ? ` Test is above 0.9 from step ${grouped(Math.min(...steps))} in the first of them, ${grouped(Math.max(...steps))} in the last.`
      : "";
  const open = lanes.length - phases.length;
  return `Of ${lanes.length} seeds: ${[...told, ...(open > 0 ? [`${open} not decided yet`] : [])].join(", ")}.${range}`;
}

export function SeedsSide() {
  const store = usePageStore();
  const seeds = usePart(LAB_PART, (choices) => choices.seeds);
  const said = useOf(compareState, summary);
  const waiting = useOf(compareState, catchingUp);
  const wrong = useOf(compareState, (state) => troubles(state).join(" "));
  const shortest = useOf(compareState, (state) =>
    Math.min(...lanesIn(state).map((lane) => newestStep(lane.state.history))),
  );
  return (
    <>
      <div className="controls few">
        <Knob
          param={LAB_PARAMS.seeds}
          value={seeds}
          parse={(typed) => parseEntryValue(LAB_PARAMS.seeds, typed)}
          onChange={(next) => choose(store, { seeds: next })}
        />
      </div>
      <p>
        All settings are the page’s; each network has its own first weights and its own split. They
        go in step: all have come to step {grouped(shortest)}.
      </p>
      {wrong && (
        <p role="alert" className="problem">
          {wrong}
        </p>
      )}
      {waiting && <p>{waiting}</p>}
      <p>{said}</p>
      <p>Press a seed and it becomes the page’s run.</p>
    </>
  );
}
