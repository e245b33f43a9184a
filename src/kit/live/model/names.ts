/**
 * @file What the elements of a relation of one's own are called. A part of every link, read where the relation is
 * such a one.
 *
 * Shapes: n elements.
 */
import LZString from "lz-string";
import { cleanName, MOST_NAMES, NAME_ROOM } from "../../../experiment/names";
import { type Notice, quote } from "../../../experiment/settings";
import { type Link, partOf } from "./link";
import type { LinkPart, Parsed } from "./linkPart";

type Names = readonly string[];

/** Names stand in a link one under the other. */
const BETWEEN = "\n";
/** Before names that are packed. */
const PACKED = "~";
/** No names, where a scene has some. */
const NONE = "-";
/** Up to so many characters of an address names are left as they can be read. */
const READABLE = 400;
/** So many characters of an address names may take up: what mail and chats do not cut. */
export const NAMES_ROOM = 2000;

/** Characters of an address that a text takes up. */
const written = (text: string): number => new URLSearchParams({ "": text }).toString().length - 1;

/** As they can be read, or packed where that is long and packing helps; null where they do not fit. */
function textOf(names: Names): string | null {
  const plain = names.join(BETWEEN);
  const clear = !plain.startsWith(PACKED) && plain !== NONE;
  if (clear && written(plain) <= READABLE) return plain;
  const packed = PACKED + LZString.compressToEncodedURIComponent(plain);
  const text = clear && written(plain) <= written(packed) ? plain : packed;
  return written(text) <= NAMES_ROOM ? text : null;
}

/** Empty where it cannot be unpacked; the library throws at some of what it did not pack. */
function unpacked(text: string): string {
  if (!text.startsWith(PACKED)) return text;
  try {
    return LZString.decompressFromEncodedURIComponent(text.slice(PACKED.length)) ?? "";
  } catch {
    return "";
  }
}

/** Names that can be shown, each its own; what cannot is its element's number, and named. */
function mended(given: Names): Parsed<Names> {
  const notices: Notice[] = [];
  const seen = new Set<string>();
  const value = given.slice(0, MOST_NAMES).map((text, x) => {
    const clean = cleanName(text.slice(0, NAMES_ROOM));
    const name = [...clean].slice(0, NAME_ROOM).join("").trim();
    const say = (used: string, reason: string) =>
      notices.push({ field: `names ${x}`, given: quote(text), used: quote(used), reason });
    if (name === "" || seen.has(name)) {
      say(String(x), name === "" ? "is no name" : "is the name of another element");
      return String(x);
    }
    if (name !== clean) say(name, `is longer than ${NAME_ROOM} characters`);
    else if (name !== text) say(name, "had characters that are not seen");
    seen.add(name);
    return name;
  });
  if (given.length > MOST_NAMES)
    notices.push({
      field: "names",
      given: `more than ${MOST_NAMES} names`,
      used: `the first ${MOST_NAMES}`,
      reason: `must be ${MOST_NAMES} or fewer`,
    });
  return { value, notices };
}

export const NAMES_PART: LinkPart<Names> = {
  key: "names",
  formerly: [],
  initial: [],
  format(value, base = NAMES_PART.initial) {
    if (value.length === base.length && value.every((name, x) => name === base[x])) return "";
    return value.length === 0 ? NONE : (textOf(value) ?? "");
  },
  parse(text, base = NAMES_PART.initial) {
    if (text === NONE) return { value: [], notices: [] };
    // What is packed grows with the square of its length: what no link has is not unpacked.
    const long = text.startsWith(PACKED) && text.length > NAMES_ROOM;
    const plain = long ? "" : unpacked(text);
    if (plain !== "") return mended(plain.split(BETWEEN, MOST_NAMES + 1));
    const reason = long ? `is longer than ${NAMES_ROOM} characters` : "cannot be unpacked";
    return {
      value: base,
      notices: [{ field: "names", given: quote(text), used: "numbers", reason }],
    };
  },
};

/** Whether a link has room for them. */
export const namesFit = (names: Names): boolean => names.length === 0 || textOf(names) !== null;

/** The parts of a link with other names; none for null. */
export function withNames({ parts }: Pick<Link, "parts">, names: Names | null) {
  const { [NAMES_PART.key]: _, ...others } = parts;
  return { parts: names === null ? others : { ...others, [NAMES_PART.key]: names } };
}

/** By the names they are made of, and how many there are: the same list while both are the same. */
const made = new WeakMap<Names, Map<number, Names>>();

/** What each element is called on the page: its number where it has no name. [n] */
export function elementNames({ settings, parts }: Pick<Link, "settings" | "parts">): Names {
  const names = settings.relation === "custom" ? partOf({ parts }, NAMES_PART) : NAMES_PART.initial;
  const known = made.get(names) ?? new Map<number, Names>();
  made.set(names, known);
  const { n } = settings;
  const list = known.get(n) ?? Array.from({ length: n }, (_, x) => names[x] ?? String(x));
  known.set(n, list);
  return list;
}
