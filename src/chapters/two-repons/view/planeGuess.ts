/**
 * @file Guesses in the plane of two repons: bars across the line through both, as far from its middle as they may
 * start and still meet.
 */
import type { Layer } from "../../../kit/draw/chart";
import { drawGuesses, type GuessShape, keyed, makeHold } from "../../../kit/draw/guessMarks";
import type { Point, Scale, TwoReponsData, TwoReponsEvents } from "./planeHandles";

/** Half the length of a bar, CSS pixels at size 1. */
const BAR = 26;
/** Guesses are made of hundredths. */
const rounded = (distance: number): number => Math.round(100 * distance) / 100;

interface Ray {
  readonly middle: Point;
  /** From the second repon to the first, of length 1. */
  readonly along: Point;
}

function rayOf({ starts: [a, b] }: TwoReponsData): Ray | null {
  const [x, y] = [a[0] - b[0], a[1] - b[1]];
  const length = Math.hypot(x, y);
  return length > 0
    ? { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], along: [x / length, y / length] }
    : null;
}

/** The place `distance` from the middle, and `aside` pixels to the left of the way there. */
const spot = (
  { middle, along: [u, v] }: Ray,
  scale: Scale,
  distance: number,
  aside: number,
): Point => [
  scale.toX(middle[0] + distance * u) - aside * v,
  scale.toY(middle[1] + distance * v) - aside * u,
];

function shapeOf(ray: Ray, scale: Scale): GuessShape {
  const bar = BAR * scale.size;
  const text = (places: readonly Point[], end: string) =>
    `M${places.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}${end}`;
  const on = (distance: number, aside: number) => spot(ray, scale, distance, aside);
  return {
    way: ([d]) =>
      Number.isFinite(d) ? [d, -d].map((at) => text([on(at, -bar), on(at, bar)], "")).join("") : "",
    area: ([low], [high]) =>
      Number.isFinite(high)
        ? [1, -1]
            .map((side) => [
              on(side * low, -bar),
              on(side * low, bar),
              on(side * high, bar),
              on(side * high, -bar),
            ])
            .map((places) => text(places, "Z"))
            .join("")
        : "",
    name([d]) {
      if (!Number.isFinite(d)) return null;
      const [x, y] = on(d, -bar - 12 * scale.size);
      return { text: "you", x, y: y + 4.5 * scale.size, anchor: "middle" };
    },
  };
}

/** Returns what draws guesses, the reader's own to be moved along the line through both. */
export function prepareGuess(
  layer: Layer,
  signal: AbortSignal,
  events: TwoReponsEvents,
): (data: TwoReponsData, scale: Scale) => void {
  let now: { readonly ray: Ray; readonly scale: Scale; readonly half: number } | null = null;
  let own = 1;
  const ends = () => [0.01, now?.half ?? 1] as const;
  const to = (distance: number) => {
    const [low, high] = ends();
    events.onGuess?.(rounded(Math.max(low, Math.min(high, distance))));
  };
  const place = makeHold(layer, signal, {
    onMove(at) {
      if (!now) return;
      const [x, y] = now.scale.from(at);
      const { middle, along } = now.ray;
      to(Math.abs((x - middle[0]) * along[0] + (y - middle[1]) * along[1]));
    },
    onKey(key, shift) {
      const next = keyed(key, shift, own, {
        ends: ends(),
        little: (at, sign) => at + 0.02 * sign,
        much: (at, sign) => at + 0.2 * sign,
      });
      if (next !== null) to(next);
      return next !== null;
    },
  });
  return (data, scale) => {
    const ray = rayOf(data);
    now = ray && { ray, scale, half: data.half };
    const { guessed } = data;
    if (!ray || !guessed) {
      layer.style("display", "none");
      place(null);
      return;
    }
    layer.style("display", "");
    const shape = shapeOf(ray, scale);
    drawGuesses(layer, guessed, shape);
    const distance = guessed.own?.[0] ?? Infinity;
    if (Number.isFinite(distance)) own = distance;
    const [low, high] = ends();
    place(
      guessed.open && Number.isFinite(distance)
        ? {
            at: spot(ray, scale, distance, BAR * scale.size),
            path: shape.way([distance]),
            size: scale.size,
            label: "half the distance from which they still meet",
            value: distance,
            min: low,
            max: high,
            text: `${distance}`,
          }
        : null,
    );
  };
}
