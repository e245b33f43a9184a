/**
 * @file Places a label beside each of n points so that labels cover neither points nor each other.
 *
 * Position-based relaxation: each label is held near its point, pushed away from where the points
 * are dense, and overlaps are taken out pair by pair. The state is the offset of each label, so the
 * picture flows from frame to frame. O(n^2) a sweep: 60 points cost about 0.05 ms.
 */

export interface Disc {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** [n] */
  readonly radius: Float64Array;
}

export interface LabelBox {
  /** Half widths of the labels. [n] */
  readonly halfWidths: Float64Array;
  readonly halfHeight: number;
  /** Labels stay within 0..width and 0..height. */
  readonly width: number;
  readonly height: number;
}

export interface Declutter {
  /** Offsets of the labels' centres from their points. [n] */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  /**
   * Sweeps over all labels and goes `share` of the way to the outcome; some of it takes out jitter.
   * Returns the largest move, in pixels.
   */
  relax(points: Disc, boxes: LabelBox, sweeps: number, share?: number): number;
}

/** Distance in pixels over which neighbours count as one crowd. */
const CROWD = 24;
/** Share of the way to its resting place that a label goes in a sweep: out of its disc, back to it. */
const PULL_OUT = 0.15;
const PULL_BACK = 0.03;
/** Share of an overlap that a label is moved by; two labels share it. */
const PUSH = 0.45;
const GAP = 2;
/** Labels of points nearer than this, px, are swapped if that makes their ways shorter than this. */
const FAR = 60;
const SWAP = 0.88;
/** Share of the way to the outcome of the sweeps that is shown: takes out jitter. */
const SMOOTH = 0.35;
const GOLDEN_ANGLE = 2.39996;

/** Of each point: where its crowd is not, and how far it has none. [n] */
interface Crowd {
  readonly awayX: Float64Array;
  readonly awayY: Float64Array;
  readonly alone: Float64Array;
}

/** Offsets of the labels that are swept over. [n] */
type Offsets = Pick<Declutter, "dx" | "dy">;

function lookAround({ x, y }: Disc, { awayX, awayY, alone }: Crowd): void {
  const n = x.length;
  awayX.fill(0);
  awayY.fill(0);
  alone.fill(1);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const u = (x[i] - x[j]) / CROWD;
      const v = (y[i] - y[j]) / CROWD;
      const weight = Math.exp(-u * u - v * v);
      alone[i] *= 1 - weight;
      alone[j] *= 1 - weight;
      awayX[i] += u * weight;
      awayY[i] += v * weight;
      awayX[j] -= u * weight;
      awayY[j] -= v * weight;
    }
}

/** Two neighbours whose labels stand nearer to the other's point swap them. */
function uncross({ x, y }: Disc, { dx, dy }: Offsets): void {
  const way = (i: number, u: number, v: number) => Math.sqrt((u - x[i]) ** 2 + (v - y[i]) ** 2);
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) {
      if (Math.abs(x[i] - x[j]) > FAR || Math.abs(y[i] - y[j]) > FAR) continue;
      const [ui, vi, uj, vj] = [x[i] + dx[i], y[i] + dy[i], x[j] + dx[j], y[j] + dy[j]];
      const now = way(i, ui, vi) + way(j, uj, vj);
      if (way(i, uj, vj) + way(j, ui, vi) > SWAP * now) continue;
      dx[i] = uj - x[i];
      dy[i] = vj - y[i];
      dx[j] = ui - x[j];
      dy[j] = vi - y[j];
    }
}

export function makeDeclutter(n: number): Declutter {
  const dx = Float64Array.from({ length: n }, (_, i) => Math.cos(i * GOLDEN_ANGLE));
  const dy = Float64Array.from({ length: n }, (_, i) => Math.sin(i * GOLDEN_ANGLE));
  const offsets = { dx, dy };
  const [awayX, awayY, alone] = [0, 1, 2].map(() => new Float64Array(n));
  const crowd = { awayX, awayY, alone };
  const shownX = Float64Array.from(dx);
  const shownY = Float64Array.from(dy);

  function pull(i: number, radius: number, halfWidth: number, halfHeight: number): void {
    const length = Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]) || 1;
    let u = dx[i] / length + 0.5 * awayX[i];
    let v = dy[i] / length + 0.5 * awayY[i] - 0.1 * alone[i];
    const norm = Math.sqrt(u * u + v * v) || 1;
    u /= norm;
    v /= norm;
    const a = radius + halfWidth + GAP;
    const b = radius + halfHeight + GAP;
    const rest = 1 / Math.sqrt((u / a) ** 2 + (v / b) ** 2);
    const by = rest > length ? PULL_OUT : PULL_BACK;
    dx[i] += by * (u * rest - dx[i]);
    dy[i] += by * (v * rest - dy[i]);
  }

  /** Pushes label i out of an ellipse with half axes (a, b) around (u, v) from its centre. */
  function push(i: number, u: number, v: number, a: number, b: number, share: number): void {
    if (u >= a || -u >= a || v >= b || -v >= b) return;
    const q = Math.sqrt((u / a) ** 2 + (v / b) ** 2);
    if (q >= 1) return;
    if (q < 1e-3) {
      dx[i] += share * a * Math.cos(i * GOLDEN_ANGLE);
      dy[i] += share * b * Math.sin(i * GOLDEN_ANGLE);
      return;
    }
    const factor = share * (1 / q - 1);
    dx[i] += factor * u;
    dy[i] += factor * v;
  }

  function sweep({ x, y, radius }: Disc, boxes: LabelBox): void {
    const { halfWidths, halfHeight, width, height } = boxes;
    for (let i = 0; i < n; i++) {
      pull(i, radius[i], halfWidths[i], halfHeight);
      for (let j = 0; j < i; j++) {
        const a = (halfWidths[i] + halfWidths[j]) * 1.15 + GAP;
        const b = 2 * halfHeight * 1.1;
        const u = x[i] + dx[i] - x[j] - dx[j];
        const v = y[i] + dy[i] - y[j] - dy[j];
        push(i, u, v, a, b, PUSH);
        push(j, -u, -v, a, b, PUSH);
      }
      for (let j = 0; j < n; j++)
        push(
          i,
          x[i] + dx[i] - x[j],
          y[i] + dy[i] - y[j],
          halfWidths[i] + radius[j] + GAP,
          halfHeight + radius[j] + GAP,
          2 * PUSH,
        );
      const inside = (at: number, half: number, end: number) =>
        Math.min(end - half - 1, Math.max(half + 1, at));
      if (x[i] < 0 || x[i] > width || y[i] < 0 || y[i] > height) continue;
      dx[i] = inside(x[i] + dx[i], halfWidths[i], width) - x[i];
      dy[i] = inside(y[i] + dy[i], halfHeight, height) - y[i];
    }
  }

  function relax(points: Disc, boxes: LabelBox, sweeps: number, share = SMOOTH): number {
    lookAround(points, crowd);
    for (let s = 0; s < sweeps; s++) {
      if (s % 8 === 0) uncross(points, offsets);
      sweep(points, boxes);
    }
    let moved = 0;
    for (let i = 0; i < n; i++) {
      const u = share * (dx[i] - shownX[i]);
      const v = share * (dy[i] - shownY[i]);
      shownX[i] += u;
      shownY[i] += v;
      moved = Math.max(moved, Math.abs(u), Math.abs(v));
    }
    return moved;
  }

  return { dx: shownX, dy: shownY, relax };
}
