/** @file A number that is typed; what is none is said, and the value stays. */
import { type HTMLAttributes, useState } from "react";

interface Props {
  readonly label: string;
  /** The present value as it is written. */
  readonly shown: string;
  /** What was typed: a value, or why it is none, as the predicate of a sentence. */
  readonly read: (
    text: string,
  ) => { readonly value: number | string | null } | { readonly reason: string };
  readonly disabled?: boolean;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
  readonly placeholder?: string;
  readonly onChange: (value: number | string | null) => void;
}

/** Mounted anew (`key`) for another value. */
export function TypedNumber({ label, shown, read, onChange, ...input }: Props) {
  const [text, setText] = useState(shown);
  const [reason, setReason] = useState<string | null>(null);
  const commit = () => {
    if (text.trim() === shown) return setReason(null);
    const given = read(text.trim());
    if ("reason" in given) {
      setReason(`“${text}” ${given.reason}; it stays at ${shown || input.placeholder}.`);
      setText(shown);
      return;
    }
    setReason(null);
    onChange(given.value);
  };
  return (
    <span className="typed">
      <input
        type="text"
        {...input}
        value={text}
        aria-label={label}
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
