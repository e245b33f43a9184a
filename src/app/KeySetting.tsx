/** @file Whether single letters are keys, for those to whom they happen by speech or by a trembling hand. */
import { useState } from "react";
import { letLettersAct, lettersAct } from "../kit/live/keys";

export function KeySetting() {
  const [act, setAct] = useState(lettersAct);
  const change = (next: boolean) => {
    letLettersAct(next);
    setAct(next);
  };
  return (
    <label className="key-setting">
      <input type="checkbox" checked={act} onChange={({ target }) => change(target.checked)} />{" "}
      Single letters, digits and signs are keys
    </label>
  );
}
