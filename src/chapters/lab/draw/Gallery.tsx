/** @file A part of a bench. */

export function Gallery() {
  return null;
}
