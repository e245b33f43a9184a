/** @file Marks of prose that points: [[name|words]]. */

export const TERM = /\[\[([\w-]+)\|([^\]]+)\]\]/;

const ALL = new RegExp(TERM, "g");

/** Names that a text points at. */
export const namesIn = (text: string): string[] => [...text.matchAll(ALL)].map(([, name]) => name);

/** The text without its marks. */
export const plain = (text: string): string => text.replace(ALL, "$2");
