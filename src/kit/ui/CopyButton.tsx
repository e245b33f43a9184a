/** @file A button that copies a text; where the browser refuses, the text stands there to be copied by hand. */
import { type ReactNode, useState } from "react";
import { copy } from "./clipboard";

interface Props {
  /** What is copied, asked for when the button is pressed. */
  readonly text: () => string;
  readonly children: ReactNode;
  /** The button’s name where its words are not enough. */
  readonly label?: string;
  /** What is said once it is copied. */
  readonly said?: (text: string) => string;
}

interface Outcome {
  readonly text: string;
  readonly copied: boolean;
}

const select = (field: HTMLTextAreaElement | null) => field?.select();

export function CopyButton({ text, children, label, said = () => "Copied." }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const act = async () => {
    const wanted = text();
    setOutcome({ text: wanted, copied: await copy(wanted) });
  };
  const refused = outcome !== null && !outcome.copied;
  return (
    <>
      <button type="button" aria-label={label} onClick={() => void act()}>
        {children}
      </button>
      <output className="said">{outcome?.copied && said(outcome.text)}</output>
      {refused && (
        <label className="by-hand" key={outcome.text}>
          The browser lets this page copy nothing. Copy it from here:
          <textarea ref={select} readOnly rows={3} value={outcome.text} />
        </label>
      )}
    </>
  );
}
