/**
 * @file The worked example of section 3: a relation on ten elements, the pairs that the reader has asked
 * about, and what is known from their answers.
 */
import { type RELATION_KEYS, relationOf } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { partOf } from "../../../kit/live/model/link";
import type { State } from "../../../kit/live/model/store";
import { memo, memoOf } from "../../../kit/state/memo";
import { describe, sizeOf } from "../../../theory/descriptionLength";
import {
  type Asked,
  askNext,
  type Known,
  knownFrom,
  type Step,
} from "../../../theory/inference/asking";
import { priorOf } from "../../../theory/inference/prior";
import type { Relation } from "../../../theory/relation";
import { DATA_PART, type DataChoices } from "./choices";

/** The paper's ten numbers. */
export const TEN = 10;

/** The first elements of a relation. */
function first({ n, truth, grouping }: Relation, count: number): Relation {
  if (n <= count) return { n, truth, grouping };
  const within = (_: number, pair: number) => Math.floor(pair / n) < count && pair % n < count;
  return {
    n: count,
    truth: truth.filter(within),
    grouping: grouping && { ...grouping, of: grouping.of.slice(0, count) },
  };
}

/** What is asked about. */
export interface AskSubject extends Asked {
  /** log2 of the number of relations of the class; null where they cannot be counted. */
  readonly total: number | null;
  /** What is known from the answers to pairs, two digits each; null where they contradict the class. */
  readonly after: (asked: string) => Standing | null;
}

/** What the reader knows. */
export interface Standing {
  readonly known: Known;
  /** Of the last answer; null before the first. */
  readonly last: (Step & { readonly pair: number }) | null;
  /** Bits of all answers after each of them, from 0 on; NaN where they are not known. */
  readonly learnt: readonly number[];
}

/** The first two digits as a pair of n elements; null where there is no such element. */
export const pairAt = (digits: string, n: number): number | null => {
  const [x, y] = [Number(digits[0]), Number(digits[1])];
  return x < n && y < n ? x * n + y : null;
};

/** Standings by what was asked: each goes on from the one before. */
function standings(of: Asked): (asked: string) => Standing | null {
  const kept = new Map<string, Standing | null>();
  const begin = (): Standing | null => {
    const known = knownFrom(of, new Uint8Array(of.n * of.n));
    return known && { known, last: null, learnt: [0] };
  };
  function goOn(before: Standing, digits: string): Standing | null {
    const pair = pairAt(digits, of.n);
    if (pair === null) return before;
    const step = askNext(of, before.known, pair);
    const sum = before.learnt[before.learnt.length - 1];
    return (
      step && {
        known: step.known,
        last: { ...step, pair },
        learnt: [...before.learnt, sum + (step.bits ?? Number.NaN)],
      }
    );
  }
  return function after(asked: string): Standing | null {
    const found = kept.get(asked);
    if (found !== undefined) return found;
    const before = asked === "" ? null : after(asked.slice(0, -2));
    const standing = asked === "" ? begin() : before && goOn(before, asked.slice(-2));
    kept.set(asked, standing);
    return standing;
  };
}

interface About extends Pick<Settings, (typeof RELATION_KEYS)[number]> {
  readonly known: DataChoices["class"];
}

const subjectFor = memoOf((about: About): AskSubject => {
  const { relation, classes, known } = about;
  // A matrix of one's own has the size that it has.
  const made = first(relationOf(relation === "custom" ? about : { ...about, n: TEN }), TEN);
  const prior = priorOf(relation, made, known === "own" ? undefined : known, classes);
  const side = prior.side.reduce((sum, each) => sum + (each === 1 ? 1 : 0), 0);
  const { count } = describe(prior.class, { ...sizeOf(made.n, prior.classes), side });
  const of = { n: made.n, truth: made.truth, prior };
  return { ...of, total: count, after: standings(of) };
});

type Page = { readonly page: Pick<State, "link"> };

/** The same object while nothing that is asked about has changed. */
export function askSubjectOf({ page: { link } }: Page): AskSubject {
  const { relation, classes, matrix, n, seed } = link.settings;
  const known = partOf(link, DATA_PART).class;
  return subjectFor({ relation, classes, matrix, n, seed, known });
}

export const askedOf = ({ page: { link } }: Page): string => partOf(link, DATA_PART).asked;

export const standingOf = (state: Page): Standing | null =>
  askSubjectOf(state).after(askedOf(state));

/** Where the answers begin to contradict the class: how many were given until then; null where they do not. */
export const contradictsAt = memo(({ after }: AskSubject, asked: string): number | null => {
  for (let end = 0; end <= asked.length; end += 2)
    if (after(asked.slice(0, end)) === null) return end / 2;
  return null;
});

const digitsOf = (pair: number, n: number): string => `${Math.floor(pair / n)}${pair % n}`;

/** With this pair asked about, or no longer. */
export function withAsked(asked: string, pair: number, n: number): string {
  const digits = digitsOf(pair, n);
  const all: readonly string[] = asked.match(/../g) ?? [];
  return all.includes(digits) ? all.filter((each) => each !== digits).join("") : asked + digits;
}

/** The paper's example: what is asked, of “greater-than” on ten numbers. */
export const EXAMPLES = [
  { label: "Greater-than: 0 < 9 first", asked: "09" },
  { label: "Greater-than: 0 to 4 in order, then 4 < 5", asked: "0112233445" },
] as const;
