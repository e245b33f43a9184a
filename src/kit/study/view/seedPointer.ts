/**
 * @file How a reader points at seeds, by pointer or by keys: arrows go along the axis and among the
 * dots at one place, Enter picks the run.
 */
import type { Layer } from "../../draw/chart";
import { onKey, onPoint, type Place, placeOn } from "../../draw/gestures";
import { placeMarks } from "../../draw/marks";
import type { Stage } from "../../draw/stage";
import { nearestDot, placeOf, type SeedCurve, type SeedDot, type SeedPlace } from "./seedCurves";

interface Desk {
  readonly node: SVGSVGElement;
  readonly stage: Stage;
  /** What the rings around the pointed run's dots are drawn in. */
  readonly rings: Layer;
  readonly curves: () => readonly SeedCurve[];
  /** Those that keys go through. */
  readonly walked: () => readonly SeedCurve[];
  readonly place: () => SeedPlace | null;
  readonly describe: (replica: number) => string;
  /** Shown while nothing is pointed at. */
  readonly hint: string;
  readonly onPick: (replica: number) => void;
}

const ASIDE: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
const AMONG: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** The dot that an arrow key leads to. */
function step(curves: readonly SeedCurve[], at: SeedDot | null, key: string): SeedDot | null {
  const own = curves.find(({ dots }) => at && dots.includes(at));
  if (!at || !own) return curves.find(({ dots }) => dots.length > 0)?.dots[0] ?? null;
  const row =
    key in ASIDE
      ? own.dots.filter(({ rank }) => rank === at.rank)
      : curves.flatMap(({ dots }) => dots.filter(({ x }) => x === at.x));
  return row[row.indexOf(at) + (ASIDE[key] ?? AMONG[key])] ?? at;
}

/** Listens while the stage stands. Call `refresh` after every drawing. */
export function makeSeedPointer(desk: Desk): { refresh(): void } {
  const { node, stage, rings, curves, walked, place, describe, hint, onPick } = desk;
  const reading = stage.caption.appendChild(document.createElement("span"));
  let pointed: SeedDot | null = null;

  function draw(): void {
    const { replica } = pointed ?? {};
    const at = place();
    const dots = curves().flatMap((curve) => curve.dots.filter((dot) => dot.replica === replica));
    const spots = at ? dots.map((dot) => placeOf(dot, at)) : [];
    const r = (at?.radius ?? 0) + 2.5;
    placeMarks(rings, "circle", spots, ({ x, y }) => ({ class: "seed-ring", r, cx: x, cy: y }));
    node.classList.toggle("on-dot", pointed !== null);
    const text = pointed ? describe(pointed.replica) : hint;
    if (reading.textContent === text) return;
    reading.textContent = text;
    if (pointed) stage.say(text);
  }

  const point = (dot: SeedDot | null): void => {
    if (dot === pointed) return;
    pointed = dot;
    draw();
  };
  const under = (spot: Place): SeedDot | null => {
    const at = place();
    return at && nearestDot(curves(), at, ...spot);
  };
  onPoint(node, stage.signal, (spot) => point(spot && under(spot)));
  onKey(node, stage.signal, ({ key }) => {
    if (key in ASIDE || key in AMONG) point(step(walked(), pointed, key));
    else if (key === "Enter" && pointed) onPick(pointed.replica);
    else if (key === "Escape") point(null);
    else return false;
    return true;
  });
  const pick = (event: MouseEvent) => {
    const dot = under(placeOn(node, event));
    if (dot) onPick(dot.replica);
  };
  node.addEventListener("click", pick, { signal: stage.signal });

  return {
    /** Other data: the reader stays at the same run, if it is still there. */
    refresh() {
      const { replica, x } = pointed ?? {};
      const dots = [...walked(), ...curves()].flatMap((curve) => curve.dots);
      pointed = dots.find((dot) => dot.replica === replica && dot.x === x) ?? null;
      draw();
    },
  };
}
