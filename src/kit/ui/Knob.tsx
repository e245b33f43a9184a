/** @file One numeric knob: symbol, label, value typed or dragged, help, and the way back. */
import { useId, useState } from "react";
import type { NumericParam } from "../../experiment/params";
import { Label } from "./Label";
import { fromPosition, POSITIONS, toPosition, toText } from "./scale";

interface Props {
  readonly param: NumericParam;
  readonly value: number;
  /** What was typed: a value of this knob, or why it is none. */
  readonly parse: (
    value: number,
  ) => { readonly value: number | string } | { readonly reason: string };
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

export function Knob({ param, value, parse, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div className="knob">
      <Label
        param={param}
        htmlFor={id}
        changed={value !== param.initial && !disabled}
        onReset={() => onChange(param.initial)}
      />
      <TypedValue key={value} {...{ param, value, parse, disabled, onChange }} />
      <input
        id={id}
        type="range"
        disabled={disabled}
        min={0}
        max={POSITIONS}
        step={1}
        value={toPosition(param, value)}
        style={{ "--share": toPosition(param, value) / POSITIONS } as React.CSSProperties}
        aria-valuetext={`${toText(param, value)} ${param.unit ?? ""}`.trim()}
        onKeyDown={(event) => {
          const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
          if (direction === undefined) return;
          event.preventDefault();
          onChange(nudge(param, value, direction));
        }}
        onChange={(event) => onChange(fromPosition(param, Number(event.target.value)))}
      />
    </div>
  );
}

/** The next value in a direction that differs from this one. */
function nudge(param: NumericParam, value: number, direction: number): number {
  const from = toPosition(param, value);
  for (let move = 1; move <= POSITIONS; move++) {
    const next = fromPosition(param, Math.min(POSITIONS, Math.max(0, from + direction * move)));
    if ((next - value) * direction > 0) return next;
  }
  return value;
}

function TypedValue({ param, value, parse, disabled = false, onChange }: Props) {
  const shown = toText(param, value);
  const [text, setText] = useState(shown);
  const [reason, setReason] = useState<string | null>(null);
  const commit = () => {
    if (text.trim() === shown) return setReason(null);
    const zero = param.zero !== undefined && text.trim() === param.zero;
    const number = zero ? 0 : text.trim() === "" ? Number.NaN : Number(text.replace("−", "-"));
    const parsed = parse(number);
    if ("reason" in parsed) {
      setReason(`“${text}” ${parsed.reason}; it stays at ${shown}.`);
      setText(shown);
      return;
    }
    setReason(null);
    onChange(parsed.value as number);
  };
  return (
    <span className="typed">
      <input
        type="text"
        inputMode="decimal"
        disabled={disabled}
        value={text}
        aria-label={`${param.label}, value`}
        aria-invalid={reason !== null}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setText(shown);
        }}
      />
      {reason && (
        <span role="alert" className="reason">
          {reason}
        </span>
      )}
    </span>
  );
}
