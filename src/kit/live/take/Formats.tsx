/** @file A button for each format of a picture. */
import "./take.css";
import { useState } from "react";
import { sentence } from "../../../experiment/sentence";
import { usePageStore } from "../usePage";
import { FORMATS, type Format, fileOf } from "./files";
import { save } from "./save";
import type { Takeable } from "./takeable";

interface Props {
  /** What is taken, asked for when a button is pressed; `remove` is called afterwards. Throws a sentence. */
  readonly picture: () => { readonly picture: Takeable; readonly remove?: () => void };
  /** What it is called, where the buttons do not stand in it. */
  readonly name?: string;
}

const ALL = Object.keys(FORMATS) as Format[];

export function Formats({ picture, name }: Props) {
  const store = usePageStore();
  const [said, setSaid] = useState("");
  const take = async (format: Format) => {
    setSaid("Making it…");
    try {
      const { picture: taken, remove } = picture();
      try {
        const file = await fileOf(taken, format, store.getState());
        save(file);
        setSaid(`Saved as ${file.name}.`);
      } finally {
        remove?.();
      }
    } catch (error) {
      setSaid(`It could not be made: ${sentence(error)}`);
    }
  };
  return (
    <>
      <span className="formats">
        {ALL.map((format) => {
          const letters = format.toUpperCase();
          return (
            <button
              key={format}
              type="button"
              title={FORMATS[format]}
              aria-label={name && `${name} as ${letters}`}
              onClick={() => void take(format)}
            >
              {letters}
            </button>
          );
        })}
      </span>
      <output className="said">{said}</output>
    </>
  );
}
