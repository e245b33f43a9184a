/** @file After how many steps Figure 3's networks are shown, and what a later look changes. */
import { useId } from "react";
import { countOf } from "../../kit/draw/phrases";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { memo } from "../../kit/state/memo";
import { figure3State, figure3View } from "./figure3State";
import { type Figure3State, stepOf } from "./model/figure3";
import { gapsAt, gapsOf } from "./model/figure3Data";
import { STEPS } from "./model/figure3Experiment";
import { delayWords, riseWords } from "./model/lateRise";
import { momentSteps } from "./model/past";

/** What was kept of a network is of these steps. */
const MOMENTS = momentSteps(STEPS);
const LAST = MOMENTS.length - 1;

const delayOf = memo(delayWords);

/** Late generalisation as Table 4 counts it, or, at an earlier step, how far the curves were. */
function findingOf(state: Figure3State): string {
  const step = stepOf(state);
  if (step === null) return delayOf(state.study.results);
  const [then, end] = [gapsAt(state), gapsOf(state)].map(({ rows }) =>
    rows.filter(({ architecture: { label } }) => state.view.shown.has(label)),
  );
  return riseWords(step, then, end);
}

export function StepBar() {
  const view = figure3View(usePageStore());
  const at = useOf(figure3State, (state) => state.view.at);
  const problem = useOf(
    figure3State,
    ({ past, view: { at: step } }) => step !== null && past.problem,
  );
  const finding = useOf(figure3State, findingOf);
  const id = useId();
  return (
    <div className="step-bar">
      <label htmlFor={id} className="slider-row">
        <span>shown after</span>
        <input
          id={id}
          type="range"
          min={0}
          max={LAST}
          value={at === null ? LAST : MOMENTS.indexOf(at)}
          aria-valuetext={countOf(at ?? STEPS, "step")}
          onChange={({ target: { value } }) =>
            view.setState({ at: Number(value) === LAST ? null : MOMENTS[Number(value)] })
          }
        />
        <output>{countOf(at ?? STEPS, "step")}</output>
      </label>
      <p className="findings" data-told>
        {problem ? `Earlier steps cannot be shown: ${problem}` : finding}
      </p>
    </div>
  );
}
