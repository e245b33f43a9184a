/** @file The control of one knob of run B. */
import { PARAMS, type ParamKey, type Settings } from "../../../experiment/params";
import { parseValue } from "../../../experiment/settings";
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { Choice } from "../../../kit/ui/Choice";
import { Knob } from "../../../kit/ui/Knob";
import { changeOther } from "../model/actions";

interface Props {
  readonly name: ParamKey;
  readonly a: Settings;
  readonly b: Settings;
}

export function OtherKnob({ name, a, b }: Props) {
  const store = usePageStore();
  const param = PARAMS[name];
  const set = (value: number | string) => changeOther(store, { [name]: value });
  if (param.kind === "number")
    return (
      <Knob
        param={param}
        value={Number(b[name])}
        parse={(typed) => parseValue(name, typed)}
        onChange={set}
      />
    );
  if (param.kind === "choice")
    return <Choice param={param} value={String(b[name])} onChange={set} />;
  return <MatrixOf {...{ name, a, b }} />;
}

/** A matrix is not typed: it is A's, that of the run before, or none. */
function MatrixOf({ name, a, b }: Props) {
  const store = usePageStore();
  const before = usePage(({ ghost }) => (ghost?.settings.n === a.n ? ghost.settings[name] : ""));
  const values = new Map(
    [
      [String(a[name]), "as in A"],
      ["", name === "mask" ? "drawn at random" : "none: true where x = y"],
      [String(before), "as in the run before"],
      [String(b[name]), "as it is"],
    ].toReversed() as [string, string][],
  );
  return (
    <label className="knob choice">
      <span className="label">{PARAMS[name].label}</span>
      <select
        value={String(b[name])}
        onChange={({ target }) => changeOther(store, { [name]: target.value })}
      >
        {[...values].map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
