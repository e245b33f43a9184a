/** @file The decoders that section 3 sets by hand, and what a threshold on a squared distance does not enforce. */
import { useId } from "react";
import { Figure } from "../../kit/live/Figure";
import { useOf, usePage, usePageStore } from "../../kit/live/usePage";
import { figure3State } from "./figure3State";
import { biasWords, scoreBias } from "./model/biasClaim";
import { gapsOf } from "./model/figure3Data";
import { idealStore, idealWords, selectIdeal, stepWords } from "./model/ideal";
import { FARTHEST, idealLine } from "./view/idealLine";

const table = async () => (await import("./view/idealLineTable")).idealLineTable;

export function IdealPanel() {
  const ideal = idealStore(usePageStore());
  const step = useOf(idealStore, (state) => state.step);
  const settings = usePage((state) => state.link.settings);
  const { rows } = useOf(figure3State, gapsOf);
  const id = useId();
  return (
    <div className="panel ideal">
      <header>
        <h2>Set by hand</h2>
      </header>
      <p className="findings" data-told>
        {idealWords(settings, rows)} {biasWords(scoreBias(rows))}
      </p>
      <Figure of={idealStore} view={idealLine} select={selectIdeal} table={table} />
      <label htmlFor={id} className="slider-row">
        <span>a to b to c</span>
        <input
          id={id}
          type="range"
          min={0.02}
          max={FARTHEST}
          step={0.01}
          value={step}
          onChange={(event) => ideal.setState({ step: Number(event.target.value) })}
        />
        <output>{step.toFixed(2)}</output>
      </label>
      <p className="findings" data-told>
        {stepWords(step)}
      </p>
    </div>
  );
}
