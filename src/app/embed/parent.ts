/** @file The page around an embedded picture: what it sends is heard, its keys are given back to it. */
import { takesKeys } from "../../kit/live/shortcuts";
import type { Answer } from "./commands";

/** The page around; null where there is none. */
const parent = (): Window | null => (window.parent === window ? null : window.parent);

/** Hears the page around and nobody else, and answers where the message came from. Returns what ends it. */
export function hearParent(answer: (data: unknown) => Answer | null): () => void {
  const onMessage = ({ data, source, origin }: MessageEvent) => {
    const around = parent();
    if (around === null || source !== around) return;
    const said = answer(data);
    // A page without an origin, such as a file, can only be answered wherever it is.
    if (said) around.postMessage(said, origin === "null" ? "*" : origin);
  };
  addEventListener("message", onMessage);
  parent()?.postMessage({ ready: true }, "*");
  return () => removeEventListener("message", onMessage);
}

/**
 * Keys are the page's around, unless a control has the focus: what is pressed with a pointer and needs no
 * keys hands the focus back, and so does Escape. Returns what ends it.
 */
export function giveKeysBack(): () => void {
  const giveBack = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    parent()?.focus();
  };
  const onPointer = () => {
    const { activeElement: focused } = document;
    const types = focused?.matches("input, select, textarea, [role=slider]");
    // After what the press itself does.
    if (!types) setTimeout(giveBack);
  };
  const onKey = ({ key, target }: KeyboardEvent) => {
    if (key === "Escape" || !takesKeys(target)) giveBack();
  };
  addEventListener("click", onPointer);
  addEventListener("keyup", onKey);
  return () => {
    removeEventListener("click", onPointer);
    removeEventListener("keyup", onKey);
  };
}
