/** @file A button with a sentence about it: on hover, focus and touch, and read out with its name. */
import { type ButtonHTMLAttributes, useId } from "react";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Null: there is nothing to say. */
  readonly tip: string | null;
}

export function Tipped({ tip, ...button }: Props) {
  const id = useId();
  return (
    <>
      <button type="button" aria-describedby={tip === null ? undefined : id} {...button} />
      {tip !== null && (
        <span role="tooltip" id={id} className="tooltip">
          {tip}
        </span>
      )}
    </>
  );
}
