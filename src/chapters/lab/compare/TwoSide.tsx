/** @file What differs between A and B, what B is to be, and what follows. */
import { useState } from "react";
import { PARAM_KEYS, PARAMS, type ParamKey, type Settings } from "../../../experiment/params";
import { useOf, usePage, usePageStore, usePart } from "../../../kit/live/usePage";
import { memo } from "../../../kit/state/memo";
import { changeOther, compareWith, otherOf, swap, takeOther } from "../model/actions";
import { LAB_PART } from "../model/choices";
import { FileOther } from "./FileOther";
import { compareState } from "./model/together";
import { catchingUp, findings, startWords, troubles, whatDiffers } from "./model/words";
import { OtherKnob } from "./OtherKnob";
import { PasteOther } from "./PasteOther";

const other = memo(otherOf);

/** Settings of A and of B, and what of B was not usable. */
function useBoth() {
  const a = usePage(({ link }) => link.settings);
  const difference = usePart(LAB_PART, (choices) => choices.difference);
  const { settings: b, notices } = other(a, difference);
  return { a, b, notices };
}

export function TwoSide() {
  const { a, b, notices } = useBoth();
  return (
    <>
      <Differences a={a} b={b} />
      {notices.map(({ field, used, reason }) => (
        <p key={field} role="alert" className="problem">
          {field} of B {reason}; {used} is used.
        </p>
      ))}
      <ChangeOne a={a} b={b} />
      <Turns />
      <Findings />
      <PasteOther />
      <FileOther />
    </>
  );
}

function Differences({ a, b }: { readonly a: Settings; readonly b: Settings }) {
  const store = usePageStore();
  const rows = whatDiffers(a, b);
  return (
    <>
      <ul className="differences" aria-label="What B has other than A">
        {rows.map(({ key, label, a: before, b: after }) => (
          <li key={key}>
            <span>
              {label} <b>{before}</b> → <b>{after}</b>
            </span>
            <button
              type="button"
              aria-label={`${label} of B as in A`}
              title="as in A"
              onClick={() => changeOther(store, { [key]: a[key] })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <p>{startWords(a, b)}</p>
    </>
  );
}

/** Any knob, to be chosen, and its control. */
function ChangeOne({ a, b }: { readonly a: Settings; readonly b: Settings }) {
  const [chosen, setChosen] = useState<ParamKey | null>(null);
  const key = chosen ?? whatDiffers(a, b)[0]?.key ?? "encoderRate";
  return (
    <fieldset className="controls few other">
      <legend>Run B</legend>
      <label className="knob choice">
        <span className="label">change its</span>
        <select value={key} onChange={({ target }) => setChosen(target.value as ParamKey)}>
          {PARAM_KEYS.map((each) => (
            <option key={each} value={each}>
              {PARAMS[each].label}
            </option>
          ))}
        </select>
      </label>
      <OtherKnob name={key} a={a} b={b} />
    </fieldset>
  );
}

function Turns() {
  const store = usePageStore();
  const before = usePage(({ ghost }) => ghost?.settings ?? null);
  return (
    <div className="turns">
      <button type="button" onClick={() => swap(store)}>
        Swap A and B
      </button>
      <button type="button" onClick={() => takeOther(store)}>
        Make B the page’s run
      </button>
      {before && (
        <button type="button" onClick={() => compareWith(store, before)}>
          B: the run before
        </button>
      )}
    </div>
  );
}

function Findings() {
  const waiting = useOf(compareState, catchingUp);
  const told = useOf(compareState, (state) => findings(state).join("\n"));
  const wrong = useOf(compareState, (state) => troubles(state).join("\n"));
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  return (
    <section className="findings" aria-label="A and B at the shown step">
      {lines(wrong).map((line) => (
        <p key={line} role="alert" className="problem">
          {line}
        </p>
      ))}
      {waiting && <p>{waiting}</p>}
      {lines(told).map((line, i) => (
        <p key={i}>{line}</p>
      ))}
    </section>
  );
}
