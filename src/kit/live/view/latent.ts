/**
 * @file Latent space: the repons, the ways they came, where they are pulled, and the decoder's
 * answer as a field behind them.
 *
 * Shapes: n elements, S snapshots.
 */
import { select, type ZoomTransform, zoomIdentity } from "d3";
import type { Grouping } from "../../../theory/relation";
import { explore, isIdentity } from "../../draw/explore";
import { elementColours } from "../../draw/palette";
import { againstSteps, type Bounds, planar } from "../../draw/projection";
import { setRichText } from "../../draw/richText";
import { addCanvas, beginCanvas, makeStage } from "../../draw/stage";
import type { View } from "../../draw/view";
import { type Arrows, drawArrows } from "./arrows";
import { drawDecades, drawGrid } from "./backdrop";
import { type Field, makeFieldPainter } from "./field";
import { makeFollower } from "./follow";
import { columnRoom } from "./labels";
import { makeLatentKey } from "./latentKey";
import { dotSize, makeRepons, type ReponKind, type Repons } from "./repons";
import { drawTrails, type Trails } from "./trails";
import "./latent.css";
import { grouped } from "../../../theory/grouped";

export interface LatentData {
  readonly step: number;
  /** Coordinates in the plane shown. With x = "step" x is the step itself. [n, 2] */
  readonly positions: ArrayLike<number>;
  /** [n] */
  readonly labels: readonly string[];
  /** Colours by class or rank; null: one colour. */
  readonly grouping: Grouping | null;
  /** "plane": both axes are coordinates of equal unit. "step": x is the step, on a log axis. */
  readonly x: ReponKind;
  /** Captions of the axes, e.g. "PC 1, 63 % of variance" or "E_1". */
  readonly captions: readonly [x: string, y: string];
  readonly trails: Trails | null;
  readonly field: Field | null;
  readonly arrows: Arrows | null;
  /** The element x whose field is shown; it gets a ring. */
  readonly pinned: number | null;
  /** Elements that stand out; the others are dimmed. */
  readonly hovered: readonly number[];
}

export interface LatentEvents {
  onHover?(element: number | null): void;
  onPin?(element: number): void;
  /** The part of the plane in view has changed: where a field is wanted. */
  onExtent?(bounds: Bounds): void;
}

/** Frames in which labels and view may come to rest after the last update. */
const SETTLING = 60;

export const latent: View<LatentData, LatentEvents> = (root, events) => {
  const stage = makeStage(root, "latent", () => settle());
  const canvas = addCanvas(stage);
  const svg = select(stage.plot).append("svg").attr("role", "img").attr("tabindex", 0);
  svg.attr("aria-label", "Latent space, not drawn yet.");
  const node = svg.node() as SVGSVGElement;
  const captions = [0, 1].map(
    () => svg.append("text").attr("class", "axis-caption").node() as SVGTextElement,
  );
  const painter = makeFieldPainter();
  const showKey = makeLatentKey(stage.caption);
  const follower = makeFollower();
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const family = getComputedStyle(stage.plot).fontFamily;

  let data: LatentData | null = null;
  let repons: Repons | null = null;
  let x = new Float64Array(0);
  let y = new Float64Array(0);
  let colours: readonly string[] = [];
  let coloured: readonly unknown[] = [];
  let emphasised: ReadonlySet<number> = new Set();
  let transform: ZoomTransform = zoomIdentity;
  let asked: Bounds | null = null;
  let drawnAt = performance.now();
  let request = 0;
  let cursor: number | null = null;

  /** Makes nodes, buffers and colours fit the data. */
  function prepare({ labels, grouping, x: kind }: LatentData): Repons {
    const n = labels.length;
    const key = [n, stage.palette, grouping?.kind, grouping?.count, grouping?.of.join()];
    if (key.some((part, i) => part !== coloured[i])) {
      coloured = key;
      colours = elementColours(n, grouping, stage.palette);
    }
    if (repons?.n === n && repons.kind === kind) return repons;
    repons?.remove();
    x = new Float64Array(n);
    y = new Float64Array(n);
    repons = makeRepons(node, n, kind);
    return repons;
  }

  /** Tells the owner which part of the plane wants a field, when that has changed visibly. */
  function ask(bounds: Bounds, kind: ReponKind): void {
    const sides = kind === "plane" ? (["x0", "x1", "y0", "y1"] as const) : (["y0", "y1"] as const);
    const span = bounds.y1 - bounds.y0;
    const before = asked;
    if (before && sides.every((side) => Math.abs(bounds[side] - before[side]) < 0.003 * span))
      return;
    asked = bounds;
    events.onExtent?.(bounds);
  }

  /** Draws the data in hand; returns whether labels or view are still on their way. */
  function draw(sweeps: number): boolean {
    const { width, height, palette } = stage;
    if (!data || width < 1 || height < 1) return false;
    const now = performance.now();
    const gliding = follower.glide(calm.matches ? Infinity : Math.min(100, now - drawnAt));
    drawnAt = now;
    const { step, positions, labels, trails, field, arrows, pinned, x: kind } = data;
    const layer = prepare(data);
    const n = labels.length;
    const { radius, font } = dotSize(n, stage, palette);
    const project = (bounds: Bounds) =>
      kind === "plane"
        ? planar(bounds, stage, transform)
        : againstSteps(bounds, step, columnRoom(n, font, height).room, stage, transform);
    const projection = project(follower.shown);
    const { toX, toY } = projection;
    for (let i = 0; i < n; i++) {
      x[i] = toX(positions[2 * i]);
      y[i] = toY(positions[2 * i + 1]);
    }
    const context = beginCanvas(canvas, width, height);
    const paper = { context, palette, family, width, height };
    if (field) painter.paint(context, field, toX, toY, palette);
    const mesh = drawGrid(paper, projection, kind);
    if (trails) {
      const scene = { n, step, x, y, toX, toY, colours, emphasised, palette };
      drawTrails(context, trails, scene);
      if (kind === "plane" && emphasised.size < 3) drawDecades(paper, trails, scene);
    }
    const unit = { x: kind === "plane" ? toX(1) - toX(0) : 0, y: toY(0) - toY(1) };
    const pull = arrows ? drawArrows(context, arrows, { x, y, radius }, unit, palette) : null;
    const scene = { x, y, width, height, labels, colours, pinned, emphasised, palette, sweeps };
    const moved = layer.draw(scene);
    drawWords(data, mesh, pull);
    ask(project(follower.aimed).bounds, kind);
    return gliding || moved > 0.1;
  }

  function drawWords(shown: LatentData, mesh: number, pull: number | null): void {
    const { width, height, palette } = stage;
    const [across, up] = captions;
    const step = grouped(shown.step);
    setRichText(across, `${shown.captions[0]} →`);
    setRichText(up, `↑ ${shown.captions[1]}`);
    across.setAttribute("transform", `translate(${width - 10},${height - 10})`);
    across.setAttribute("text-anchor", "end");
    up.setAttribute("transform", `translate(10,${8 + 11 * palette.size})`);
    showKey(
      {
        trail: shown.trails && shown.x === "plane" ? `step 0 to ${step}` : null,
        field: shown.field?.caption ?? null,
        arrows: pull === null ? null : `${grouped(pull)} steps at this pull`,
        grid: `grid ${Number(mesh.toPrecision(2))}`,
      },
      palette,
    );
    const field = shown.field ? `, field ${shown.field.caption}` : "";
    const name = `Latent space at step ${step}: ${shown.labels.length} repons${field}. Arrow keys go through them, Enter chooses one, plus and minus zoom, 0 fits.`;
    if (node.getAttribute("aria-label") !== name) node.setAttribute("aria-label", name);
  }

  /** Draws once per frame until everything has come to rest. */
  function settle(frames = SETTLING): void {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => {
      if (draw(3) && frames > 0) settle(frames - 1);
    });
  }

  function point(element: number | null): void {
    if (element === cursor) return;
    cursor = element;
    stage.plot.classList.toggle("pointing", element !== null);
    if (element !== null && data) stage.say(describe(data, element));
    events.onHover?.(element);
  }

  const walk = (by: number) => {
    const n = data?.labels.length ?? 0;
    if (n > 0) point(cursor === null ? (by > 0 ? 0 : n - 1) : (cursor + by + n) % n);
  };
  const pin = (element: number | null) => {
    if (element !== null) events.onPin?.(element);
  };

  explore(node, {
    signal: stage.signal,
    scales: [0.4, 60],
    within: null,
    onZoom(next) {
      transform = next;
      settle();
    },
    onPoint: (at) => point(at && (repons?.at(...at) ?? null)),
    onClick: (at) => pin(repons?.at(...at) ?? null),
    keys: new Map([
      ["ArrowRight", () => walk(1)],
      ["ArrowDown", () => walk(1)],
      ["ArrowLeft", () => walk(-1)],
      ["ArrowUp", () => walk(-1)],
      ["Enter", () => pin(cursor)],
    ]),
  });

  return {
    update(next) {
      const { hovered } = next;
      const same = hovered.length === emphasised.size && hovered.every((i) => emphasised.has(i));
      if (!same) emphasised = new Set(hovered);
      data = next;
      if (isIdentity(transform)) follower.aim(boundsOf(next.positions));
      if (draw(4)) settle();
    },
    destroy() {
      cancelAnimationFrame(request);
      stage.destroy();
    },
  };
};

function boundsOf(positions: ArrayLike<number>): Bounds {
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 2) {
    x0 = Math.min(x0, positions[i]);
    x1 = Math.max(x1, positions[i]);
    y0 = Math.min(y0, positions[i + 1]);
    y1 = Math.max(y1, positions[i + 1]);
  }
  return { x0, x1, y0, y1 };
}

function describe({ labels, grouping, positions }: LatentData, element: number): string {
  const group = grouping
    ? `, ${grouping.kind === "classes" ? "class" : "rank"} ${grouping.of[element]}`
    : "";
  const [u, v] = [positions[2 * element], positions[2 * element + 1]];
  return `Element ${labels[element]}${group}, at ${u.toFixed(2)}, ${v.toFixed(2)}`;
}
