/** @file What is never to be on the screen: numbers that are none, and parts that have failed. */

/** No text of the page has these words. */
const NO_NUMBER = /\bNaN\b|\bInfinity\b|\bundefined\b|\[object \w+\]/;
const FAILED =
  /This could not be shown|This picture could not be drawn|A part of the page did not load|The run met a fault/;

/** So many characters around what was found are told. */
const AROUND = 90;

/** What is wrong with the page as it stands, with what is around it; null where nothing is. */
export function wrongOnScreen(root: HTMLElement): string | null {
  const html = root.innerHTML;
  const found = NO_NUMBER.exec(html) ?? FAILED.exec(html);
  return found && html.slice(Math.max(0, found.index - AROUND), found.index + AROUND);
}
