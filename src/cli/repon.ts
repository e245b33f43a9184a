/**
 * @file `repon`: two interacting repons, Eq. (5) to (12), for given numbers.
 *
 * r = (x1 - x2) / 2, and every separation is |r|: half the distance of the two. One unit of time is
 * one step of gradient descent.
 */
import { solve } from "../theory/repon/exact";
import { flips } from "../theory/repon/flips";
import { followFull, loss, pairOf, type System } from "../theory/repon/full";
import { apply, type Matrix, matrix, norm } from "../theory/repon/matrix";
import { project, turned } from "../theory/repon/measure";
import { census, collisionProbability, exactLaw, scalarLaw } from "../theory/repon/probability";
import { follow, type Pair, potential, type Rates } from "../theory/repon/reduced";
import { conserved } from "../theory/repon/scalar";
import { type Command, type Flags, numberFlag, UserError } from "./command";

/** Entries beyond this have squares that no double holds next to each other. */
const LARGEST = 1e50;
const LARGEST_RATE = 1e15;
/** Share of its first size below which something has vanished. */
const SETTLED = 1e-4;
/** In times of the fastest change: how long the full system is followed. */
const PATIENCE = 1e6;

/** Rows "1,0;0,1" of equal length. */
function rows(name: string, text: string): number[][] {
  const wrong = (why: string) => new UserError(`--${name} is "${text}" and ${why}`);
  const table = text.split(";").map((row) =>
    row.split(",").map((entry) => {
      const value = entry.trim() === "" ? Number.NaN : Number(entry);
      if (!(Math.abs(value) <= LARGEST))
        throw wrong(`must hold numbers up to ${LARGEST}, as in "1,0;0,1"`);
      return value;
    }),
  );
  if (table.some((row) => row.length !== table[0].length))
    throw wrong("must have rows of equal length");
  return table;
}

function vectorFlag(flags: Flags, name: string, length: number): Float64Array | undefined {
  const text = flags.get(name);
  if (text === undefined) return undefined;
  const table = rows(name, text);
  if (table.length !== 1 || table[0].length !== length)
    throw new UserError(`--${name} is "${text}" and must hold ${length} numbers to fit --A`);
  return Float64Array.from(table[0]);
}

/** JSON has no infinity and no NaN. */
const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

/** A [o, d] as o rows. */
const rowsOf = ({ rows: o, columns: d, values }: Matrix): number[][] =>
  Array.from({ length: o }, (_, i) => Array.from(values.subarray(i * d, (i + 1) * d)));

/** a2 and C of a pair; null where r = 0 has no direction. */
function scalars(pair: Pair, rates: Rates) {
  const { a2, c } = project(pair);
  return { a2: finite(a2), c, C: finite(conserved({ a2, c }, rates)) };
}

function readSystem(flags: Flags): { readonly system: System; readonly y: Float64Array } {
  const text = flags.get("A");
  if (text === undefined) throw new UserError(`--A is missing; usage: ${repon.usage}`);
  const A = matrix(rows("A", text));
  const { rows: o, columns: d } = A;
  const r = vectorFlag(flags, "r", d);
  const x1 = vectorFlag(flags, "x1", d);
  const x2 = vectorFlag(flags, "x2", d);
  if (r && (x1 || x2)) throw new UserError("give either --r, or --x1 and --x2");
  if (!r && !(x1 && x2)) throw new UserError("give --r, or both --x1 and --x2");
  for (const name of ["y", "b"])
    if (flags.has(name) && !flags.has("full"))
      throw new UserError(`--${name} is a matter of the full system: add --full`);
  const zero = new Float64Array(o);
  return {
    system: {
      A,
      x1: x1 ?? r!,
      x2: x2 ?? r!.map((x) => -x),
      b: vectorFlag(flags, "b", o) ?? zero,
    },
    y: vectorFlag(flags, "y", o) ?? zero,
  };
}

/** Sentences for the limits in which a number is null. */
function notesOn({ r, A }: Pair, { etaX, etaA }: Rates): string[] {
  const notes: string[] = [];
  if (norm(r) === 0) notes.push("r = 0: the repons have collided already, and C has no direction");
  else if (norm(apply(A, r)) === 0)
    notes.push("A r = 0: in Eq. (7) there is no force, so nothing moves");
  if (etaX === 0 && etaA === 0) notes.push("both rates are 0: nothing moves");
  else if (etaX === 0) notes.push("etaX = 0: the repons stay, and -r r^T / etaX is infinite");
  else if (etaA === 0) notes.push("etaA = 0: the decoder stays, and A^T A / (2 etaA) is infinite");
  return notes;
}

/** The full system at `time`; without one, followed until r or A along r has shrunk to nothing. */
function fullState(system: System, y: Float64Array, rates: Rates, time: number | undefined) {
  const { A, x1, x2 } = system;
  const start = pairOf(system);
  const fastest =
    rates.etaX * norm(A.values) ** 2 + 2 * rates.etaA * (1 + norm(x1) ** 2 + norm(x2) ** 2);
  const accuracy = { tolerance: 1e-9, maxSteps: 100_000 };
  let now = system;
  let at = 0;
  let collides: boolean | null = null;
  let span = time ?? (fastest === 0 ? 0 : 8 / fastest);
  do {
    const leg = followFull(now, y, rates, span, accuracy);
    now = leg.at(span);
    at += leg.complete ? span : leg.times[leg.times.length - 1];
    const { a2, c } = project(pairOf(now));
    if (c <= SETTLED * norm(start.r)) collides = true;
    // A may grow again as long as something is still to be learnt.
    else if (
      a2 <= SETTLED * Math.max(norm(A.values), norm(now.A.values)) &&
      loss(now, y) <= SETTLED * loss(system, y)
    )
      collides = false;
    else if (fastest === 0) collides = false;
    if (!leg.complete) break;
    span *= 2;
  } while (time === undefined && collides === null && span * fastest < PATIENCE);
  return {
    collides,
    ...(collides === null && { note: "neither r nor A along r has vanished by this time" }),
    t: at,
    separation: norm(pairOf(now).r),
    A: rowsOf(now.A),
    x1: Array.from(now.x1),
    x2: Array.from(now.x2),
    b: Array.from(now.b),
    loss: loss(now, y),
  };
}

/** The reduced system at a time: r exactly, A by the integrator. */
function stateAt(pair: Pair, rates: Rates, time: number) {
  const r = solve(pair, rates).r(time);
  const { at, complete } = follow(pair, rates, time, { tolerance: 1e-10, maxSteps: 50_000 });
  const now = { A: at(time).A, r };
  return {
    t: time,
    r: Array.from(r),
    separation: norm(r),
    angle: turned(r, pair.r),
    ...(complete
      ? { A: rowsOf(now.A), ...scalars(now, rates), potential: potential(now) }
      : { A: null, note: "the rates are too unequal to integrate A this far; r is exact" }),
  };
}

/**
 * Prints `collides` (exact criterion), `minEigenvalue` of M, `C` = |A r|^2 / |r|^2 / (2 etaA) - |r|^2 / etaX
 * at the start (constant only if r is an eigenvector of A^T A), `finalSeparation` (0 for a collision)
 * and `pCollision` of Eq. (11); null, with a note, where a limit has no finite number. `target` is |y| for
 * random pairs, with `flips` by its size: how many end otherwise by Eq. (12) than by Eq. (7).
 */
export const repon: Command = {
  usage:
    'repon --A "1,0;0,1" --r "1,0" [--etaX 1] [--etaA 1] [--sigmaA 1] [--sigmaC 1] [--t 2] ' +
    '[--outputs 2 --draws 20000 --seed 0 [--target 1]] [--full [--x1 "1,0" --x2 "-1,0"] [--y "1,0"] [--b "0,0"]]',
  flags: [
    ...["A", "r", "etaX", "etaA", "sigmaA", "sigmaC", "t", "outputs", "draws", "seed", "target"],
    ...["full", "x1", "x2", "y", "b"],
  ],
  run: async (flags, operands) => {
    if (operands.length > 0) throw new UserError(`"${operands[0]}" is not a flag`);
    if (flags.get("full"))
      throw new UserError(`--full is "${flags.get("full")}" and takes no value`);
    const { system, y } = readSystem(flags);
    const pair = pairOf(system);
    const rate = (name: string) => numberFlag(flags, name, 1, { min: 0, max: LARGEST_RATE });
    const width = (name: string) => numberFlag(flags, name, 1, { min: 1e-12, max: 1e12 });
    const whole = (name: string, initial: number, max: number) =>
      numberFlag(flags, name, initial, { min: name === "seed" ? 0 : 1, max, integer: true });
    const rates = { etaX: rate("etaX"), etaA: rate("etaA") };
    const widths = { sigmaA: width("sigmaA"), sigmaC: width("sigmaC") };
    const time = flags.has("t") ? numberFlag(flags, "t", 0, { min: 0, max: 1e15 }) : undefined;
    const draws = whole("draws", 20_000, 1e7);
    const seed = whole("seed", 0, 2 ** 32 - 1);
    const outputs = flags.has("outputs") ? whole("outputs", 1, 1000) : undefined;

    if (flags.has("target") && outputs === undefined)
      throw new UserError("--target is a matter of random pairs: add --outputs");
    const target = numberFlag(flags, "target", 0, { min: 0, max: 1e6 });

    const { outcome } = solve(pair, rates);
    const notes = notesOn(pair, rates);
    const d = pair.r.length;
    return {
      collides: outcome.collides,
      minEigenvalue: finite(outcome.minEigenvalue),
      C: scalars(pair, rates).C,
      finalSeparation: outcome.finalSeparation,
      pCollision: finite(collisionProbability(rates, widths)),
      ...(notes.length > 0 && { notes }),
      ...(time !== undefined && { state: stateAt(pair, rates, time) }),
      ...(outputs !== undefined && {
        monteCarlo: {
          d,
          outputs,
          scalarLaw: finite(scalarLaw(rates, widths, d, outputs)),
          exactLaw: finite(exactLaw(rates, widths, d, outputs)),
          ...census(seed, draws, d, outputs, rates, widths),
          ...(target > 0 &&
            Math.max(rates.etaX, rates.etaA) > 0 && {
              flips: flips(seed, draws, [d, outputs], rates, widths, target),
            }),
        },
      }),
      ...(flags.has("full") && { full: fullState(system, y, rates, time) }),
    };
  },
};
