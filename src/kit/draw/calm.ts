/** @file Readers who want nothing to move by itself: their system says so, and may say otherwise at any time. */

const wish = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)");

/** Whether nothing is to move by itself now. */
export const calm = (): boolean => wish?.matches ?? false;

/** Calls `listener` whenever from now on nothing is to move by itself; returns how to stop. */
export function onCalm(listener: () => void): () => void {
  const heard = () => {
    if (calm()) listener();
  };
  wish?.addEventListener("change", heard);
  return () => wish?.removeEventListener("change", heard);
}
