/** @file One knob with named values. */
import { useId } from "react";
import type { ChoiceParam } from "../../experiment/params";
import { Label } from "./Label";

interface Props {
  readonly param: ChoiceParam;
  readonly value: string;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

export function Choice({ param, value, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div className="knob choice">
      <Label
        param={param}
        htmlFor={id}
        changed={value !== param.initial && !disabled}
        onReset={() => onChange(param.initial)}
      />
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {Object.entries<string>(param.values).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
