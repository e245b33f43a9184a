/** @file Which moments of a run a film of it shows, and how much of latent space. */

import { type Bounds, boundsOf } from "../../../../kit/draw/projection";
import type { History } from "../../../../kit/live/model/history";
import { embeddingOf, projectionOf } from "../../../../kit/live/model/selectors";

/** Seconds of the whole, and for how long the end stands. */
export const LENGTH = 8;
const STANDING = 1;

/** The step of each frame, as long for each decade of steps; the last second is the end. [LENGTH * rate] */
export function stepsOf({ snapshots }: Pick<History, "snapshots">, rate: number): number[] {
  const frames = LENGTH * rate;
  const moving = (LENGTH - STANDING) * rate;
  const from = Math.log1p(snapshots[0].step);
  const to = Math.log1p(snapshots[snapshots.length - 1].step);
  return Array.from({ length: frames }, (_, i) =>
    Math.round(Math.expm1(from + (to - from) * Math.min(1, i / (moving - 1)))),
  );
}

/** What holds every repon at every kept moment; null while that cannot be told. */
export function extentOf({ snapshots, settings }: History): Bounds | null {
  const all = { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity };
  for (const snapshot of snapshots) {
    const projection = projectionOf(snapshot, settings);
    if (!projection) return null;
    const here = boundsOf(projection.apply(embeddingOf(snapshot, settings), snapshot.step));
    all.x0 = Math.min(all.x0, here.x0);
    all.x1 = Math.max(all.x1, here.x1);
    all.y0 = Math.min(all.y0, here.y0);
    all.y1 = Math.max(all.y1, here.y1);
  }
  return all;
}
