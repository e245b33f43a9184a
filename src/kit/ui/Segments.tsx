/** @file One of a few, side by side. */

interface Props<Value extends string> {
  readonly label: string;
  readonly values: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function Segments<Value extends string>({ label, values, value, onChange }: Props<Value>) {
  return (
    <fieldset className="segments" aria-label={label}>
      {(Object.keys(values) as Value[]).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          onClick={() => onChange(each)}
        >
          {values[each]}
        </button>
      ))}
    </fieldset>
  );
}
