/**
 * @file “More inductive bias, smaller gap”, judged on the recorded gaps.
 */
import type { Settings } from "../../../experiment/params";
import { listed } from "../../../kit/draw/phrases";
import { type GapRow, gapText, shortName } from "./figure3Data";

interface Reversal {
  readonly simpler: GapRow;
  readonly richer: GapRow;
}

export interface BiasScore {
  /** Pairs of decoders of which one is the other made simpler, and both reach the accuracy. */
  readonly pairs: number;
  /** Those of which the simpler has the larger gap. */
  readonly reversed: readonly Reversal[];
  /** Simpler ones that never reach it, though the richer does. */
  readonly incapable: number;
}

/** Bias by the decoder's input, hidden layers or not, and d: each at least as much, one of them more. */
function isSimpler(a: Settings, b: Settings): boolean {
  const input = a.mode === b.mode || b.mode === "concat";
  return (
    input &&
    a.depth <= b.depth &&
    a.d <= b.d &&
    (a.mode !== b.mode || a.depth < b.depth || a.d < b.d)
  );
}

/** Only one's own networks and those with rates of their own are left out: their rates are another difference. */
const isPlain = ({ architecture: { label } }: GapRow): boolean =>
  !/rate/.test(label) && label !== "your network";

export function scoreBias(rows: readonly GapRow[]): BiasScore {
  const plain = rows.filter(isPlain);
  const couples = plain.flatMap((simpler) =>
    plain
      .filter((richer) => isSimpler(simpler.architecture.settings, richer.architecture.settings))
      .filter(({ gap }) => gap !== null)
      .map((richer) => ({ simpler, richer })),
  );
  const capable = couples.filter(({ simpler }) => simpler.gap !== null);
  return {
    pairs: capable.length,
    reversed: capable.filter(({ simpler, richer }) => (simpler.gap ?? 0) > (richer.gap ?? 0)),
    incapable: couples.length - capable.length,
  };
}

/** So many reversals are named. */
const NAMED = 2;

export function biasWords({ pairs, reversed, incapable }: BiasScore): string {
  if (pairs === 0) return "No two of these decoders can be compared by their bias.";
  const held = pairs - reversed.length;
  const named = [...reversed]
    .sort((a, b) => gapBy(b) - gapBy(a))
    .slice(0, NAMED)
    .map(
      ({ simpler, richer }) =>
        `${nameOf(simpler)} (${gapText(simpler.gap ?? 0)}) lies further off than ${nameOf(richer)} (${gapText(richer.gap ?? 0)})`,
    );
  const fails = named.length > 0 ? `, but ${listed(named)}` : "";
  const never =
    incapable > 0
      ? ` In ${incapable} more the simpler one never gets there: its bias is the wrong one.`
      : "";
  return `“More bias, smaller gap”: of ${pairs} pairs of decoders of which one is the other made simpler it holds for ${held}${fails}.${never}`;
}

const nameOf = ({ architecture: { label } }: GapRow): string => shortName(label);
const gapBy = ({ simpler, richer }: Reversal): number => (simpler.gap ?? 0) - (richer.gap ?? 0);
