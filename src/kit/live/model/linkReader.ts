/**
 * @file The entries of a link's fragment, read one by one: what cannot be used is named, and its default stands.
 */
import { type Notice, quote } from "../../../experiment/settings";
import type { Pace } from "../../../run/pace";
import { powersOfTwoBelow } from "../../../run/schedule";
import { knownAs, straightened } from "./bent";
import { type Link, PROFILES } from "./link";

/** Where a scene stands at a step and its link does not. */
export const NO_STOP = "end";
/** A fingerprint, then the first digits of earlier ones. */
const EXACT = /^[0-9a-f]{8}-[0-9a-f]{8}(\.[0-9a-f]{4}){0,24}$/;

/** Entries of a fragment, each to be taken once; what was given twice is named. */
function entriesOf(fragment: string, known: readonly string[], notices: Notice[]) {
  const given = new Map<string, string>();
  for (const [written, value] of new URLSearchParams(straightened(fragment))) {
    const name = knownAs(written, known);
    // "mode=lecture" is what people write; what a decoder is given is the other mode.
    const key = name === "mode" && PROFILES.some((profile) => profile === value) ? "profile" : name;
    if (given.has(key))
      notices.push({
        field: key,
        given: quote(value),
        used: quote(given.get(key)),
        reason: "was given before",
      });
    else given.set(key, value);
  }
  const take = (...keys: readonly string[]): string | undefined => {
    const key = keys.find((name) => given.has(name));
    if (key === undefined) return undefined;
    const value = given.get(key);
    given.delete(key);
    return value;
  };
  return { given, take };
}

/** Reads entries one by one; each that cannot be used is named and `base` stands. */
export function makeReader(fragment: string, keys: readonly string[]) {
  const notices: Notice[] = [];
  const { given, take } = entriesOf(fragment, keys, notices);
  const refuse = (field: string, value: string, used: string, reason: string) =>
    notices.push({ field, given: quote(value), used, reason });
  return {
    given,
    take,
    notices,
    refuse,
    pick<Value extends string>(field: string, values: readonly Value[], initial: Value): Value {
      const value = take(field);
      if (value === undefined) return initial;
      const wanted = knownAs(value, values);
      const known = values.find((candidate) => candidate === wanted);
      if (known === undefined) refuse(field, value, initial, `must be one of ${values.join(", ")}`);
      return known ?? initial;
    },
    /** Absent where the entry is, or is refused. */
    matching(field: string, form: RegExp, used: string, reason: string): string | undefined {
      const value = take(field);
      if (value === undefined || form.test(value)) return value;
      refuse(field, value, used, reason);
      return undefined;
    },
  };
}
export type Reader = ReturnType<typeof makeReader>;

export const WHOLE = "must be a whole number";

export function readAt({ matching }: Reader, base: Link): number | null {
  const form = new RegExp(`^(\\d{1,7}|${NO_STOP})$`);
  const at = matching("at", form, "no stop", `${WHOLE} of steps below ten million`);
  return at === undefined ? base.at : at === NO_STOP ? null : Number(at);
}

export function readPace({ matching }: Reader, base: Link): Pace {
  const reason = "must be full, log, or steps per second from 1 to 99999";
  const pace = matching("pace", /^(full|log|[1-9]\d{0,4})$/, String(base.pace), reason);
  if (pace === undefined) return base.pace;
  return pace === "full" || pace === "log" ? pace : Number(pace);
}

/** A claim that can be held against a run: at a step, with digits for every power of two before it. */
export function readExact({ matching, refuse }: Reader, at: number | null): string | undefined {
  const none = "no comparison";
  const exact = matching("exact", EXACT, none, "must be fingerprints in hexadecimal digits");
  if (exact === undefined) return undefined;
  const way = exact.split(".").length - 1;
  if (at !== null && way === powersOfTwoBelow(at)) return exact;
  const reason =
    at === null
      ? "says nothing without the step that it is of, “at”"
      : "is not whole: the link was cut off, or its “at” is of another run";
  refuse("exact", exact, none, reason);
  return undefined;
}
