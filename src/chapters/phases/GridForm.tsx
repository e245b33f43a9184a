/** @file The grid of one's own: two knobs, their ranges, and what every network has in common. */

import { parseEntryValue } from "../../experiment/entry";
import { type NumericParam, PARAMS } from "../../experiment/params";
import { parseValue } from "../../experiment/settings";
import { change, choose } from "../../kit/live/model/actions";
import { usePage, usePageStore, usePart } from "../../kit/live/usePage";
import { Choice } from "../../kit/ui/Choice";
import { Knob } from "../../kit/ui/Knob";
import { Rich } from "../../kit/ui/Rich";
import { grouped } from "../../theory/grouped";
import { PHASE_PARAMS, PHASES_PART, type PhaseChoices } from "./model/choices";
import type { NumericKey } from "./model/lattice";
import { chooseAxis } from "./model/phases";
import { symbolOf, value } from "./model/words";

const AXES = {
  x: { from: "xFrom", to: "xTo", count: "columns" },
  y: { from: "yFrom", to: "yTo", count: "rows" },
} as const;

export function GridForm() {
  const store = usePageStore();
  const choices = usePart(PHASES_PART);
  const relation = usePage((state) => state.link.settings.relation);
  return (
    <div className="controls grid-form">
      <Choice
        param={PARAMS.relation}
        value={relation}
        onChange={(next) => change(store, { relation: next as typeof relation })}
      />
      <AxisForm axis="x" />
      <AxisForm axis="y" />
      <details name="grid">
        <summary>
          <span>Networks</span>
          <small>
            {choices.seeds === 1 ? "1 seed" : `${choices.seeds} seeds`}, {grouped(choices.steps)}{" "}
            steps
          </small>
        </summary>
        <Count name="seeds" />
        <Count name="steps" />
        {choices.x !== "batch" && choices.y !== "batch" && <Count name="batch" />}
      </details>
      <Choice
        param={PHASE_PARAMS.order}
        value={choices.order}
        onChange={(next) => choose(store, PHASES_PART, { order: next as PhaseChoices["order"] })}
      />
    </div>
  );
}

type Counted = "seeds" | "steps" | "batch" | "columns" | "rows";

function Count({ name }: { readonly name: Counted }) {
  const store = usePageStore();
  const now = usePart(PHASES_PART, (choices) => choices[name]);
  const param = PHASE_PARAMS[name];
  return (
    <Knob
      param={param}
      value={now}
      parse={(typed) => parseEntryValue(param, typed)}
      onChange={(next) => choose(store, PHASES_PART, { [name]: next })}
    />
  );
}

function AxisForm({ axis }: { readonly axis: "x" | "y" }) {
  const store = usePageStore();
  const choices = usePart(PHASES_PART);
  const { from, to, count } = AXES[axis];
  const key = choices[axis];
  const own = PARAMS[key] as NumericParam;
  return (
    <details name="grid">
      <summary>
        <span>{PHASE_PARAMS[axis].label}</span>
        <small>
          <Rich text={symbolOf(key)} /> {value(choices[from])}…{value(choices[to])},{" "}
          {choices[count]}
        </small>
      </summary>
      <Choice
        param={PHASE_PARAMS[axis]}
        value={key}
        onChange={(next) => chooseAxis(store, axis, next as NumericKey)}
      />
      {([from, to] as const).map((end) => (
        <Knob
          key={`${key} ${end}`}
          param={{ ...own, label: PHASE_PARAMS[end].label, initial: PHASE_PARAMS[end].initial }}
          value={choices[end]}
          parse={(typed) => parseValue(key, typed)}
          onChange={(next) => choose(store, PHASES_PART, { [end]: next })}
        />
      ))}
      <Count name={count} />
    </details>
  );
}
