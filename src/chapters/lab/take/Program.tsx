/** @file A part of a bench. */

export function Program() {
  return null;
}
