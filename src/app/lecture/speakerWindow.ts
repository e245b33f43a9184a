/** @file The name of a speaker's window: it says which lecture it belongs to. */

const PREFIX = "geneft-speaker-";

export const windowName = (lecture: string): string => PREFIX + lecture;

/** The lecture that the window of this name belongs to; empty for one that was opened by hand. */
export const lectureOf = (name: string): string =>
  name.startsWith(PREFIX) ? name.slice(PREFIX.length) : "";
