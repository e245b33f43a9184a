/**
 * @file The part of a document that a command writes.
 */

const START = "<!-- written by npm run bench -->";
const END = "<!-- end of what is written -->";

/** `text` with what stands between the two markers replaced; throws where they are missing. */
export function withSection(text: string, section: string): string {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 || end < start) throw new Error(`the document lacks ${START} … ${END}`);
  return `${text.slice(0, start)}${START}\n\n${section}\n\n${text.slice(end)}`;
}
