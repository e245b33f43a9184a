/**
 * @file Runs that differ in their seed alone, along an axis: a dot for each, a line through the
 * medians and a band from the lowest to the highest. Drawn over the axes of whoever uses it.
 */
import "./seedCurves.css";
import { type Layer, pathOf } from "../../draw/chart";

export interface SeedDot {
  readonly x: number;
  /** Its place among the seeds at x, 0..of-1. */
  readonly rank: number;
  readonly of: number;
  readonly value: number;
  /** What a click on it means. */
  readonly replica: number;
  /** Whether the run has ended. */
  readonly finished: boolean;
}

export interface SeedCurve {
  readonly name: string;
  /** A CSS colour. */
  readonly colour: string;
  readonly dots: readonly SeedDot[];
  /** x ascending. */
  readonly spreads: readonly {
    readonly x: number;
    readonly low: number;
    readonly median: number;
    readonly high: number;
  }[];
  /** An SVG dash pattern; a full line without it. */
  readonly dash?: string;
  /** Drawn thin, without its band; not to be pointed at. */
  readonly pale?: boolean;
}

export interface SeedPlace {
  readonly toX: (x: number) => number;
  readonly toY: (value: number) => number;
  /** Pixels between the dots of two seeds at one x. */
  readonly apart: number;
  readonly radius: number;
}

/** Where a dot lies, CSS pixels. */
export const placeOf = ({ x, rank, of, value }: SeedDot, { toX, toY, apart }: SeedPlace) => ({
  x: toX(x) + (rank - (of - 1) / 2) * apart,
  y: toY(value),
});

const bandOf = ({ spreads }: SeedCurve, { toX, toY }: SeedPlace): string => {
  if (spreads.length < 2) return "";
  const up = spreads.map(({ x, high }) => `${toX(x).toFixed(1)},${toY(high).toFixed(1)}`);
  const down = spreads.map(({ x, low }) => `${toX(x).toFixed(1)},${toY(low).toFixed(1)}`);
  return `M${up.join("L")}L${down.reverse().join("L")}Z`;
};

/** Draws `curves` in their order, the last on top; the dots of run `chosen` are ringed. */
export function drawSeedCurves(
  layer: Layer,
  curves: readonly SeedCurve[],
  place: SeedPlace,
  chosen: number | null,
): void {
  const group = layer
    .selectAll<SVGGElement, SeedCurve>(":scope > g")
    .data(curves, ({ name }) => name)
    .join((enter) => {
      const g = enter.append("g").attr("class", "seed-curve");
      g.append("path").attr("class", "band");
      g.append("path").attr("class", "median");
      g.append("g");
      return g;
    })
    .order()
    .classed("pale", ({ pale }) => pale === true)
    .style("--of", ({ colour }) => colour)
    .style("--dash", ({ dash }) => dash ?? null);
  group.select(".band").attr("d", (curve) => bandOf(curve, place));
  group.select(".median").attr("d", ({ spreads }) =>
    pathOf(
      spreads.length,
      (i) => place.toX(spreads[i].x),
      (i) => place.toY(spreads[i].median),
    ),
  );
  group
    .select<SVGGElement>("g")
    .selectAll<SVGCircleElement, SeedDot>("circle")
    .data(({ dots }) => dots)
    .join("circle")
    .attr("class", ({ replica, finished }) =>
      [finished ? "" : "rough", replica === chosen ? "chosen" : ""].join(" ").trim(),
    )
    .attr("r", place.radius)
    .attr("cx", (dot) => placeOf(dot, place).x)
    .attr("cy", (dot) => placeOf(dot, place).y);
}

/** Pixels from a dot at which the pointer means it. */
const REACH = 18;

/** The dot nearest to (px, py); null if none is near. */
export function nearestDot(
  curves: readonly SeedCurve[],
  place: SeedPlace,
  px: number,
  py: number,
): SeedDot | null {
  let best: SeedDot | null = null;
  let least = REACH;
  for (const { dots, pale } of curves) {
    if (pale) continue;
    for (const dot of dots) {
      const { x, y } = placeOf(dot, place);
      const off = Math.hypot(x - px, y - py);
      if (off >= least) continue;
      least = off;
      best = dot;
    }
  }
  return best;
}
