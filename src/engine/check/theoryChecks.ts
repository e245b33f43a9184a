/** @file Identities of the theory, worked out on this machine's arithmetic. */
import { makeDataset, trainCount } from "../../experiment/dataset";
import { DEFAULTS } from "../../experiment/params";
import { type Check, within } from "../../run/finding";
import { threefry } from "../../theory/random";
import { solve } from "../../theory/repon/exact";
import { apply, norm } from "../../theory/repon/matrix";
import { conserved, scalarAt } from "../../theory/repon/scalar";

const RATES = { etaX: 0.02, etaA: 0.03 };
const TIMES = [0.5, 3, 17, 90] as const;

/** The first known answer of Threefry-2x32 with 20 rounds, of its authors' Random123. */
const KNOWN = [0x6b200159, 0x99ba4efe] as const;

const draws: Check = {
  name: "random draws are those of the published generator",
  run() {
    const [high, low] = threefry(0, 0, 0, 0);
    const told = `${high.toString(16)} ${low.toString(16)}`;
    if (high !== KNOWN[0] || low !== KNOWN[1])
      throw new Error(`${told} in place of 6b200159 99ba4efe`);
    return told;
  },
};

const splits: Check = {
  name: "splits have as many pairs as they say, and smaller ones lie in larger ones",
  run() {
    let before: Uint8Array | null = null;
    const counts = [0.2, 0.45, 0.75].map((trainFraction) => {
      const settings = { ...DEFAULTS, trainFraction };
      const { mask, train } = makeDataset(settings);
      if (train.length !== trainCount(settings))
        throw new Error(`${train.length} pairs in place of ${trainCount(settings)}`);
      const lost = before?.findIndex((bit, pair) => bit > mask[pair]) ?? -1;
      if (lost >= 0) throw new Error(`pair ${lost} of the smaller split is not in the larger one`);
      before = mask;
      return train.length;
    });
    return `${counts.join(", ")} of ${DEFAULTS.n ** 2} pairs`;
  },
};

const hyperbola: Check = {
  name: "Eq. 10 is constant along the closed form of Eq. 9",
  run() {
    const start = { a2: 0.7, c: 0.4 };
    const first = conserved(start, RATES);
    const off = TIMES.map((time) =>
      Math.abs(conserved(scalarAt(start, RATES, time), RATES) - first),
    );
    return within(Math.max(...off) / Math.abs(first), 1e-12, "relative change");
  },
};

/** d = 2, so that r turns. */
const PAIR = {
  A: { rows: 2, columns: 2, values: Float64Array.of(0.8, -0.3, 0.2, 0.5) },
  r: Float64Array.of(0.3, 0.6),
};

const motion: Check = {
  name: "the exact solution obeys Eq. 7",
  run() {
    const { r, spring } = solve(PAIR, RATES);
    const step = 1e-3;
    const off = TIMES.map((time) => {
      const [before, after] = [r(time - step), r(time + step)];
      const pulled = apply(spring(time), r(time));
      return norm(pulled.map((x, i) => (after[i] - before[i]) / (2 * step) + RATES.etaX * x));
    });
    return within(Math.max(...off), 1e-9, "largest difference of the slopes");
  },
};

export const THEORY_CHECKS: readonly Check[] = [draws, splits, hyperbola, motion];
