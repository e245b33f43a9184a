/** @file Every knob, by group; one group open at a time. */
import { memo } from "react";
import {
  type Group,
  PARAM_KEYS,
  PARAMS,
  type ParamKey,
  type Settings,
} from "../../experiment/params";
import { parseValue } from "../../experiment/settings";
import { Choice } from "../ui/Choice";
import { Knob } from "../ui/Knob";
import { differenceWords } from "./differences";
import { change } from "./model/actions";
import { usePage, usePageStore } from "./usePage";

const GROUPS: Record<Group, string> = {
  training: "Training",
  data: "Data",
  network: "Network",
  initialisation: "First weights",
};

/** Knobs that say nothing under the present settings are left out. */
export function applies(key: ParamKey, { relation }: Settings): boolean {
  if (key === "classes") return relation === "modulo-k" || relation === "equivalence";
  return PARAMS[key].kind !== "matrix";
}

/** Renders again for its own value alone, not for every knob that is dragged. */
const Control = memo(function Control({ name }: { readonly name: ParamKey }) {
  const store = usePageStore();
  const value = usePage((state) => state.link.settings[name]);
  const locked = usePage(({ link }) => link.embed?.lock.includes(name) ?? false);
  const set = (next: number | string) => change(store, { [name]: next });
  const param = PARAMS[name];
  if (param.kind === "matrix") return null;
  return (
    <div className="thing" data-thing={name}>
      {param.kind === "number" ? (
        <Knob
          param={param}
          value={Number(value)}
          disabled={locked}
          parse={(typed) => parseValue(name, typed)}
          onChange={set}
        />
      ) : (
        <Choice param={param} value={String(value)} disabled={locked} onChange={set} />
      )}
    </div>
  );
});

/** A few knobs, without their groups. */
export function Knobs({ names }: { readonly names: readonly ParamKey[] }) {
  return (
    <div className="controls few">
      {names.map((name) => (
        <Control key={name} name={name} />
      ))}
    </div>
  );
}

/** On a narrow screen the picture matters more than an open group. */
const roomy = () => matchMedia("(width > 900px) and (height > 540px)").matches;

export function Controls() {
  const settings = usePage((state) => state.link.settings);
  return (
    <div className="controls">
      {Object.entries(GROUPS).map(([group, title], i) => {
        const keys = PARAM_KEYS.filter(
          (key) => PARAMS[key].group === group && applies(key, settings),
        );
        return (
          <details key={group} name="knobs" open={i === 0 && roomy()}>
            <summary>
              <span>{title}</span>
              <small>{differenceWords(settings, keys)}</small>
            </summary>
            {keys.map((key) => (
              <Control key={key} name={key} />
            ))}
          </details>
        );
      })}
    </div>
  );
}
