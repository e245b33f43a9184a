/**
 * @file The part of a document that a command writes.
 */

const END = "<!-- end of what is written -->";

/** `text` with what stands between the markers of `command` replaced; throws where they are missing. */
export function withSection(text: string, section: string, command = "npm run bench"): string {
  const begin = `<!-- written by ${command} -->`;
  const start = text.indexOf(begin);
  const end = text.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error(`the document lacks ${begin} … ${END}`);
  return `${text.slice(0, start)}${begin}\n\n${section}\n\n${text.slice(end)}`;
}
