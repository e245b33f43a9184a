/** @file Saves the chapter's main picture as an image file. */
import { useState } from "react";
import { sentence } from "../../experiment/sentence";
import { pictureOf } from "./picture";

/** The main picture of the chapter that is open. */
const MAIN = ".hero .view-plot";

export function SavePicture({ name }: { readonly name: string }) {
  const [said, setSaid] = useState("");
  const save = async () => {
    try {
      const figure = document.querySelector<HTMLElement>(MAIN);
      if (!figure) throw new Error("This chapter shows no picture now.");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await pictureOf(figure));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      setSaid(`Saved as ${name}.`);
    } catch (error) {
      setSaid(`The picture could not be made: ${sentence(error)}`);
    }
  };
  return (
    <>
      <button type="button" onClick={() => void save()}>
        Save PNG
      </button>
      <output className="said">{said}</output>
    </>
  );
}
