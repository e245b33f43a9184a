/**
 * @file The paper's claims about Figure 3, held against the measured medians.
 */
import type { Settings } from "../../../experiment/params";
import { type Spread, spreadOf } from "../../../theory/spread";
import type { Architecture } from "./figure3";

/** Section 3: the decoder input whose induction gap is smallest, without hidden layers. */
export const CLAIMED: Partial<Readonly<Record<Settings["relation"], Settings["mode"]>>> = {
  "modulo-3": "squared-difference",
  "greater-than": "difference",
};

/** Accuracies over the entire set, by fraction. */
function medians({ points }: Architecture): ReadonlyMap<number, number> {
  const fractions = [...new Set(points.map(({ x }) => x))];
  return new Map(
    fractions.map((fraction) => {
      const here = points.filter(({ x }) => x === fraction);
      return [fraction, (spreadOf(here.map((p) => p.accuracies.entire)) as Spread).median];
    }),
  );
}

export interface Closest {
  /** Fractions at which one of the claimed is closest to the bound, ascending. */
  readonly held: readonly number[];
  /** Those at which another one is closer, and which. */
  readonly failed: readonly { readonly fraction: number; readonly rival: string }[];
}

/** Medians closer than this are equal: a fraction of one pair in 3600. */
const EQUAL = 1e-4;

/**
 * At each fraction that both sides have: closest to the bound is the highest median, since the bound
 * is the same for all. Equal ones count as held.
 */
export function closest(
  claimed: readonly Architecture[],
  others: readonly Architecture[],
): Closest {
  const table = (side: readonly Architecture[]) =>
    side.map((each) => ({ label: each.label, at: medians(each) }));
  const [mine, theirs] = [table(claimed), table(others)];
  const fractions = [...new Set(mine.flatMap(({ at }) => [...at.keys()]))].sort((a, b) => a - b);
  const held: number[] = [];
  const failed: { fraction: number; rival: string }[] = [];
  for (const fraction of fractions) {
    const best = Math.max(...mine.map(({ at }) => at.get(fraction) ?? -1));
    const rivals = theirs.filter(({ at }) => at.has(fraction));
    if (rivals.length === 0) continue;
    const top = rivals.reduce((a, b) =>
      (b.at.get(fraction) ?? 0) > (a.at.get(fraction) ?? 0) ? b : a,
    );
    if ((top.at.get(fraction) ?? 0) > best + EQUAL) failed.push({ fraction, rival: top.label });
    else held.push(fraction);
  }
  return { held, failed };
}

export interface ClaimScore extends Closest {
  /** "any d", or "d = 2": compared with architectures of that d alone. */
  readonly among: string;
}

/** The claim, for all architectures and for those of each d; empty where the paper makes none. */
export function scoreClaim(
  relation: Settings["relation"],
  architectures: readonly Architecture[],
): ClaimScore[] {
  const mode = CLAIMED[relation];
  if (!mode) return [];
  const isClaimed = ({ settings }: Architecture) => settings.mode === mode && settings.depth === 0;
  const score = (among: string, all: readonly Architecture[]): ClaimScore[] => {
    const own = all.filter(isClaimed);
    return own.length === 0
      ? []
      : [
          {
            among,
            ...closest(
              own,
              all.filter((each) => !isClaimed(each)),
            ),
          },
        ];
  };
  const ds = [...new Set(architectures.filter(isClaimed).map(({ settings }) => settings.d))];
  return [
    ...score("any d", architectures),
    ...ds
      .sort((a, b) => a - b)
      .flatMap((d) =>
        score(
          `d = ${d}`,
          architectures.filter(({ settings }) => settings.d === d),
        ),
      ),
  ];
}
