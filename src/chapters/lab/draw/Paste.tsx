/** @file A part of a bench. */

export function Paste() {
  return null;
}
