/**
 * @file A relation that was brought in from outside, and what was made of its cells.
 *
 * Shapes: n elements.
 */
import { cleanName, NAME_ROOM, namedOrNull } from "../names";
import { PARAMS } from "../params";
import { readCell } from "./cell";
import { at, counted, type Place, refuse, told } from "./refusal";

export interface Table {
  readonly n: number;
  /** R(x, y) at x * n + y. [n * n] */
  readonly truth: Uint8Array;
  /** Null where the elements have no names but their numbers. [n] */
  readonly names: readonly string[] | null;
  /** Completes “Read as …”. */
  readonly form: string;
  /** What was taken for something else than it says: whole sentences. */
  readonly notices: readonly string[];
}

/** Throws unless a relation may have so many elements. `form` completes “Read as …”. */
export function checkCount(n: number, form: string): void {
  const { min, max } = PARAMS.n;
  if (n >= min && n <= max) return;
  const found = `${counted(n, "element")} ${n < min ? "only" : "are too many"}`;
  refuse(`Read as ${form}, it has ${found}; a relation here has ${min} to ${max}.`);
}

/** Takes notes while a table is read, and says them in the end. */
export interface Notes {
  /** The bit of a value cell. */
  bit(text: string, place: Place, where?: string): 0 | 1;
  /** A name, cleaned. */
  name(text: string, where: string): string;
  /** A whole sentence. */
  say(sentence: string): void;
  readonly said: () => string[];
}

export function makeNotes(): Notes {
  const sentences: string[] = [];
  const first = { weight: "", blank: "" };
  const count = { weight: 0, blank: 0 };
  let cleaned = 0;
  return {
    bit(text, place, where = at(place)) {
      const cell = readCell(text);
      if ("reason" in cell) refuse(`${capital(where)}: ${told(text.trim())} ${cell.reason}.`);
      const { bit, kind } = cell;
      if (kind !== "plain" && count[kind]++ === 0)
        first[kind] = kind === "weight" ? `${told(text.trim())} in ${where}` : where;
      return bit;
    },
    name(text, where) {
      const name = cleanName(text);
      if (name === "") refuse(`${capital(where)}: a name is missing.`);
      const length = [...name].length;
      if (length > NAME_ROOM)
        refuse(
          `${capital(where)}: the name ${told(name)} has ${length} characters; at most ${NAME_ROOM} are taken.`,
        );
      if (name !== text.trim() && name !== text.trim().normalize("NFC")) cleaned++;
      return name;
    },
    say: (sentence) => sentences.push(sentence),
    said: () => [
      ...sentences,
      ...(count.weight > 0
        ? [
            `Numbers other than 0 and 1 were taken as 1: ${counted(count.weight, "cell")}, the first ${first.weight}.`,
          ]
        : []),
      ...(count.blank > 0
        ? [
            `Empty cells were taken as 0: ${counted(count.blank, "cell")}, the first ${first.blank}.`,
          ]
        : []),
      ...(cleaned > 0
        ? [
            `Line breaks, spaces and characters that are not seen were taken out of ${counted(cleaned, "name")}.`,
          ]
        : []),
    ],
  };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names of elements, each with the place that it stands at; throws where two are the same. [n] */
export function checkNames(names: readonly string[], where: (x: number) => string): void {
  const seen = new Map<string, number>();
  names.forEach((name, x) => {
    const before = seen.get(name);
    if (before !== undefined)
      refuse(
        `${capital(where(x))}: the name ${told(name)} was given before, in ${where(before)}; every element needs its own.`,
      );
    seen.set(name, x);
  });
}

/** A table from what was read. */
export const finish = (
  names: readonly string[] | null,
  truth: Uint8Array,
  form: string,
  notes: Notes,
): Table => ({
  n: Math.round(Math.sqrt(truth.length)),
  truth,
  names: names && namedOrNull(names),
  form,
  notices: notes.said(),
});
