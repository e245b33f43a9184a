/** @file The knobs of the chapter on data. */

import { parseEntryValue } from "../../experiment/entry";
import { PARAMS, type Settings } from "../../experiment/params";
import { parseValue } from "../../experiment/settings";
import { change, choose } from "../../kit/live/model/actions";
import { useOf, usePage, usePageStore, usePart } from "../../kit/live/usePage";
import { Choice } from "../../kit/ui/Choice";
import { Knob } from "../../kit/ui/Knob";
import { chooseRelation } from "./model/actions";
import { canBeKnown } from "./model/boundFacts";
import { dataState } from "./model/boundStudy";
import { subjectOf } from "./model/boundSubject";
import { DATA_PARAMS, DATA_PART, type DataChoices } from "./model/choices";

function Setting({ name }: { readonly name: "n" | "classes" | "seed" }) {
  const store = usePageStore();
  const value = usePage((state) => state.link.settings[name]);
  return (
    <Knob
      param={PARAMS[name]}
      value={value}
      parse={(typed) => parseValue(name, typed)}
      onChange={(next) => change(store, { [name]: next })}
    />
  );
}

export function Controls() {
  const store = usePageStore();
  const relation = usePage((state) => state.link.settings.relation);
  const { alpha, class: known, length } = usePart(DATA_PART);
  const subject = useOf(dataState, subjectOf);
  // k is the relation's own, or what an equivalence is said to have.
  const asksForClasses =
    relation === "modulo-k" ||
    relation === "equivalence" ||
    (subject.request.prior.class === "equivalence" && subject.family !== "equivalence");
  return (
    <div className="controls data-controls">
      <Knob
        param={DATA_PARAMS.alpha}
        value={alpha}
        parse={(typed) => parseEntryValue(DATA_PARAMS.alpha, typed)}
        onChange={(next) => choose(store, DATA_PART, { alpha: next })}
      />
      <Choice
        param={PARAMS.relation}
        value={relation}
        onChange={(next) => chooseRelation(store, next as Settings["relation"])}
      />
      <Choice
        param={{
          ...DATA_PARAMS.class,
          values: Object.fromEntries(
            Object.entries<string>(DATA_PARAMS.class.values).filter(([name]) =>
              canBeKnown(name as DataChoices["class"], subject),
            ),
          ),
        }}
        value={known}
        onChange={(next) => choose(store, DATA_PART, { class: next as DataChoices["class"] })}
      />
      {asksForClasses && <Setting name="classes" />}
      <Choice
        param={DATA_PARAMS.length}
        value={length}
        onChange={(next) => choose(store, DATA_PART, { length: next as DataChoices["length"] })}
      />
      <Setting name="n" />
      <Setting name="seed" />
    </div>
  );
}
