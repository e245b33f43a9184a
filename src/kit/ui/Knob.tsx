/** @file One numeric knob: symbol, label, value typed or dragged, help, and the way back. */
import { useId } from "react";
import type { NumericParam } from "../../experiment/params";
import { filledTo } from "./filled";
import { Label } from "./Label";
import { fromPosition, isWhole, POSITIONS, toPosition, toText } from "./scale";
import { TypedNumber } from "./TypedNumber";
import { readTyped } from "./typed";

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
      <TypedNumber
        key={value}
        label={`${param.label}, value`}
        shown={toText(param, value)}
        read={(text) => parse(text === param.zero ? 0 : readTyped(text, isWhole(param)))}
        disabled={disabled}
        inputMode={param.min < 0 ? "text" : "decimal"}
        onChange={(typed) => onChange(typed as number)}
      />
      <input
        id={id}
        type="range"
        disabled={disabled}
        min={0}
        max={POSITIONS}
        step={1}
        value={toPosition(param, value)}
        style={filledTo(toPosition(param, value) / POSITIONS)}
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
