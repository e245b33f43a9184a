/**
 * @file Adaptive integration of dy/dt = f(y): Dormand and Prince's 5(4) pair with its continuous
 * extension of order 4 (Hairer, Norsett, Wanner, "Solving ordinary differential equations I", II.4-6).
 *
 * Shapes: s numbers in a state, k stored points.
 */

/** Entries that share a unit. Their error is measured against the largest of them. */
export interface Block {
  readonly length: number;
  /** Size below which the block's error counts as absolute; 0 for a purely relative error. */
  readonly floor: number;
}

export interface Flow {
  /** In the order of the state; their lengths add up to s. */
  readonly blocks: readonly Block[];
  /** Writes f(state) to `slope`. Both [s]. */
  readonly slope: (state: Float64Array, slope: Float64Array) => void;
}

export interface Trajectory {
  /** Ascending from 0. [k] */
  readonly times: Float64Array;
  /** [k, s] */
  readonly states: Float64Array;
  /** False if the steps ran out before the end; `times` then stops early. */
  readonly complete: boolean;
  /** The state at any time, held at the first or last beyond the ends. Writes to `into` [s]. */
  readonly at: (time: number, into?: Float64Array) => Float64Array;
}

export interface Accuracy {
  /** Error allowed in a step, relative to each block. */
  readonly tolerance?: number;
  readonly maxSteps?: number;
}

const STAGES = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Fifth order minus fourth. */
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
const BOW = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

const SAFETY = 0.9;
const SHRINK = 0.2;
const GROW = 5;
const FIRST = 0.01;

/** Largest of |values| in each block, at least its floor. */
function sizes(blocks: readonly Block[], values: Float64Array): number[] {
  let i = 0;
  return blocks.map(({ length, floor }) => {
    let size = floor;
    for (const end = i + length; i < end; i++) size = Math.max(size, Math.abs(values[i]));
    return size;
  });
}

/** Largest over the blocks of size / scale; 0 / 0 counts as 0. */
const worst = (size: readonly number[], scale: readonly number[]): number =>
  size.reduce((most, x, i) => Math.max(most, x === 0 ? 0 : x / scale[i]), 0);

/** base + h times the sum of weights and stages, in a new array. */
function combine(
  base: Float64Array,
  h: number,
  weights: readonly number[],
  stages: readonly Float64Array[],
): Float64Array {
  const sum = base.slice();
  for (let l = 0; l < weights.length; l++) {
    const weight = h * weights[l];
    const stage = stages[l];
    for (let i = 0; i < sum.length; i++) sum[i] += weight * stage[i];
  }
  return sum;
}

function flatten(rows: readonly Float64Array[], size: number): Float64Array {
  const all = new Float64Array(rows.length * size);
  rows.forEach((row, i) => {
    all.set(row, i * size);
  });
  return all;
}

/**
 * Solves from time 0 to `end` (finite, not negative). It stops early, and counts as complete, where
 * the change still to come at the present speed is below the tolerance, relative to the largest size
 * that the block has had: right for a flow that slows down, as those of section 5 do.
 */
export function integrate(
  { blocks, slope }: Flow,
  start: Float64Array,
  end: number,
  { tolerance = 1e-8, maxSteps = 5000 }: Accuracy = {},
): Trajectory {
  const s = start.length;
  const bare = blocks.map(({ length }) => ({ length, floor: 0 }));
  const k = STAGES.map(() => new Float64Array(s));
  const zero = new Float64Array(s);
  const times = [0];
  const states: Float64Array[] = [start.slice()];
  const slopes: Float64Array[] = [new Float64Array(s)];
  const bows: Float64Array[] = [];
  slope(states[0], slopes[0]);

  let reach = sizes(blocks, start);
  const speed = (): number => worst(sizes(bare, slopes[slopes.length - 1]), reach);
  let time = 0;
  let step = Math.min(end, FIRST / speed());
  let complete = false;
  for (let tries = 0; tries < maxSteps && !complete; tries++) {
    if (time >= end || speed() * (end - time) <= tolerance) {
      complete = true;
      break;
    }
    const from = states[states.length - 1];
    const h = Math.min(step, end - time);
    const stage = [slopes[slopes.length - 1], ...k];
    let next: Float64Array = from;
    for (let j = 0; j < STAGES.length; j++) {
      next = combine(from, h, STAGES[j], stage);
      slope(next, k[j]);
    }
    const error = combine(zero, h, ERROR, stage);
    const before = sizes(blocks, from);
    const scale = sizes(blocks, next).map((size, b) => Math.max(size, before[b]));
    const excess = worst(sizes(bare, error), scale) / tolerance;
    // Not finite where a step overflowed.
    const ratio = Number.isFinite(excess) ? SAFETY * excess ** -0.2 : SHRINK;
    step = h * Math.min(GROW, Math.max(SHRINK, ratio));
    if (!(excess <= 1)) continue;
    time = h === end - time ? end : time + h;
    times.push(time);
    states.push(next);
    reach = scale.map((size, b) => Math.max(size, reach[b]));
    slopes.push(k[k.length - 1].slice());
    bows.push(combine(zero, h, BOW, stage));
  }

  function at(wanted: number, into: Float64Array = new Float64Array(s)): Float64Array {
    const last = times.length - 1;
    if (!(wanted < times[last])) into.set(states[last]);
    else if (!(wanted > 0)) into.set(states[0]);
    else {
      let low = 0;
      let high = last;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (times[middle] <= wanted) low = middle;
        else high = middle;
      }
      const h = times[high] - times[low];
      const x = (wanted - times[low]) / h;
      for (let i = 0; i < s; i++) {
        const rise = states[high][i] - states[low][i];
        const entry = h * slopes[low][i] - rise;
        const exit = rise - h * slopes[high][i] - entry;
        into[i] =
          states[low][i] + x * (rise + (1 - x) * (entry + x * (exit + (1 - x) * bows[low][i])));
      }
    }
    return into;
  }

  return { times: Float64Array.from(times), states: flatten(states, s), complete, at };
}
