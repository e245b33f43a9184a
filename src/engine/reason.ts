/**
 * @file Why a network answers about a pair as it does: what its decoder is given, and how far the second repon
 * is from a place where the answer would be another.
 *
 * Shapes: n elements, d embedding dimensions, k decoder inputs.
 */
import type { Settings } from "../experiment/params";
import { shapeOf } from "../experiment/shape";
import type { Edge, Pair, Reason } from "../run/probe";
import { makeNetwork } from "./reference/network";

type Vector = Float64Array;

/** The logit at a distance from E(y) in one direction. */
type Ray = (distance: number) => number;

/** Directions that are looked along in the plane, and places on each. */
const DIRECTIONS = 96;
const PLACES = 120;
/** Halvings of an interval: to 1e-12 of its length. */
const HALVINGS = 40;
/** How far the edge is looked for, in distances to the farthest repon. */
const REACH = 2;

const yes = (logit: number): boolean => logit > 0;

/** The place in (low, high] where the answer turns; it is another at the ends. */
function bisect(f: Ray, low: number, high: number): number {
  const start = yes(f(low));
  let [from, to] = [low, high];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (from + to) / 2;
    if (yes(f(middle)) === start) from = middle;
    else to = middle;
  }
  return to;
}

/** Where the answer turns first along a ray, up to `reach`; Infinity where it does not. */
function firstTurn(f: Ray, reach: number): number {
  const start = yes(f(0));
  for (let i = 1; i <= PLACES; i++) {
    const [low, high] = [((i - 1) / PLACES) * reach, (i / PLACES) * reach];
    if (yes(f(high)) !== start) return bisect(f, low, high);
  }
  return Infinity;
}

const unit = (angle: number): Vector => Float64Array.of(Math.cos(angle), Math.sin(angle));

/** The angle within `step` of `angle` at which `length` is least, by thirds. */
function leastAround(length: (angle: number) => number, angle: number, step: number): number {
  let [low, high] = [angle - step, angle + step];
  for (let i = 0; i < HALVINGS; i++) {
    const third = (high - low) / 3;
    if (length(low + third) < length(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}

interface Found {
  readonly distance: number;
  readonly direction: Vector;
  readonly towards: number | null;
}

const nearest = (found: readonly Found[]): Found | null =>
  found.reduce<Found | null>(
    (best, each) => (each.distance < (best?.distance ?? Infinity) ? each : best),
    null,
  );

/** The nearest edge in the plane: rings around E(y) find its direction, and thirds of an angle what lies between. */
function inPlane(along: (direction: Vector) => Ray, reach: number): Found | null {
  const step = (2 * Math.PI) / DIRECTIONS;
  const rays = Array.from({ length: DIRECTIONS }, (_, i) => ({
    angle: i * step,
    ray: along(unit(i * step)),
  }));
  const start = yes(rays[0].ray(0));
  for (let i = 1; i <= PLACES; i++) {
    const radius = (i / PLACES) * reach;
    const met = rays.filter(({ ray }) => yes(ray(radius)) !== start);
    if (met.length === 0) continue;
    const [within, beyond] = [radius - (2 * reach) / PLACES, radius + reach / PLACES];
    const length = (angle: number): number => {
      const ray = along(unit(angle));
      return yes(ray(beyond)) === start ? Infinity : bisect(ray, Math.max(0, within), beyond);
    };
    const angles = met.map(({ angle }) => angle);
    const best = angles.reduce((a, b) => (length(b) < length(a) ? b : a));
    const between = leastAround(length, best, step);
    return nearest(
      [best, between].map((angle) => ({
        distance: length(angle),
        direction: unit(angle),
        towards: null,
      })),
    );
  }
  return null;
}

/** All values of one decoder input over the pairs, from the least to the greatest. */
function rangeOf(rows: readonly Vector[], inputOf: (left: Vector, right: Vector) => Vector) {
  const values = rows.flatMap((left) => rows.map((right) => inputOf(left, right)[0]));
  return { least: Math.min(...values), greatest: Math.max(...values) };
}

/** Throws where the pair is none of the relation's. */
export function reasonOf(settings: Settings, parameters: Vector, { x, y }: Pair): Reason {
  const { n, d, layers } = shapeOf(settings);
  if (![x, y].every((element) => Number.isInteger(element) && element >= 0 && element < n))
    throw new RangeError(`(${x}, ${y}) is no pair of ${n} elements`);
  const network = makeNetwork(settings);
  const rows = Array.from({ length: n }, (_, i) => parameters.slice(i * d, (i + 1) * d));
  const [left, right] = [rows[x], rows[y]];
  const logitAt = (place: Vector) => network.logit(parameters, left, place);
  const along =
    (direction: Vector): Ray =>
    (distance) =>
      logitAt(right.map((value, i) => value + distance * direction[i]));
  const away = (row: Vector) => Math.hypot(...row.map((value, i) => value - right[i]));
  const reach = REACH * Math.max(...rows.map(away), 1e-6);

  const towards = (): Found[] =>
    rows.flatMap((row, element) => {
      const length = away(row);
      if (length === 0) return [];
      const direction = row.map((value, i) => (value - right[i]) / length);
      return [{ distance: firstTurn(along(direction), reach), direction, towards: element }];
    });
  const bothWays = (): Found[] =>
    [1, -1].map((sign) => {
      const direction = Float64Array.of(sign);
      return { distance: firstTurn(along(direction), reach), direction, towards: null };
    });
  const found =
    d === 1 ? nearest(bothWays()) : d === 2 ? inPlane(along, reach) : nearest(towards());
  const edge: Edge | null =
    found && Number.isFinite(found.distance)
      ? {
          distance: found.distance,
          at: Array.from(right, (value, i) => value + found.distance * found.direction[i]),
          towards: found.towards,
        }
      : null;

  const [first] = layers;
  return {
    x,
    y,
    logit: logitAt(right),
    inputs: Array.from(network.input(left, right)),
    edge,
    reach,
    affine:
      layers.length === 1
        ? {
            weights: Array.from(parameters.subarray(first.weight, first.bias)),
            bias: parameters[first.bias],
          }
        : null,
    turns: first.fanIn === 1 ? turnsOf(rows, network, parameters) : null,
  };
}

/** Where the answer turns over the range of the one number that the decoder is given. */
function turnsOf(
  rows: readonly Vector[],
  network: ReturnType<typeof makeNetwork>,
  parameters: Vector,
): number[] {
  const { least, greatest } = rangeOf(rows, network.input);
  const f: Ray = (input) => network.logitOf(parameters, Float64Array.of(input));
  const places = Array.from(
    { length: 4 * PLACES + 1 },
    (_, i) => least + (i / (4 * PLACES)) * (greatest - least),
  );
  return places.slice(1).flatMap((high, i) => {
    const low = places[i];
    return yes(f(low)) === yes(f(high)) ? [] : [bisect(f, low, high)];
  });
}
