/**
 * @file Latent space: the repons, the ways they came, where they are pulled, and the decoder's
 * answer as a field behind them.
 *
 * Shapes: n elements, S snapshots.
 */
import { select, type ZoomTransform, zoomIdentity } from "d3";
import type { Grouping } from "../../../theory/relation";
import { calm } from "../../draw/calm";
import { explore, isIdentity } from "../../draw/explore";
import type { Place } from "../../draw/gestures";
import { elementColours, groupedNames, type Palette } from "../../draw/palette";
import {
  againstSteps,
  type Bounds,
  boundsOf,
  type Projection,
  planar,
} from "../../draw/projection";
import { addCanvas, beginCanvas, makeStage, type Stage } from "../../draw/stage";
import type { View } from "../../draw/view";
import { type Arrows, drawArrows } from "./arrows";
import { drawDecades, drawGrid, type Paper } from "./backdrop";
import { type Field, makeFieldPainter, type PaintField } from "./field";
import { makeFollower } from "./follow";
import { columnRoom } from "./labels";
import { describe, makeWords } from "./latentWords";
import { drawLines, makePairLine } from "./pairLine";
import { drawPartners } from "./partners";
import { dotSize, halfWidthOf, makeRepons, type ReponKind, type Repons } from "./repons";
import { makeTeller, type Sight, sameSight, sightOf, transformOf } from "./sight";
import { drawTrails, type TrailScene, type Trails } from "./trails";
import "./latent.css";

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
  /** What is zoomed to. */
  readonly sight: Sight;
  /** Where a second run has the repons, in this picture. [n, 2] */
  readonly partners?: ArrayLike<number> | null;
  /** The pair that is asked about, x and y. */
  readonly pair?: readonly [x: number, y: number] | null;
  /** What is in view while it is not zoomed; without it whatever the repons need. */
  readonly extent?: Bounds;
}

export interface LatentEvents {
  onHover?(element: number | null): void;
  onPin?(element: number): void;
  /** A line was drawn from one repon to another; without it a drag that begins at a repon pans. */
  onLink?(from: number, to: number): void;
  /** The reader has zoomed. */
  onSight?(sight: Sight): void;
  /** The part of the plane in view has changed: where a field is wanted. */
  onExtent?(bounds: Bounds): void;
}

/** Frames in which labels and view may come to rest after the last update. */
const SETTLING = 60;

/** Gives the colours and names of elements, the same arrays while they stay the same. */
function makeDress() {
  let key: readonly unknown[] = [];
  let dress: { readonly colours: readonly string[]; readonly names: readonly string[] };
  return (labels: readonly string[], grouping: Grouping | null, palette: Palette) => {
    const next = [labels, palette, grouping?.kind, grouping?.count, grouping?.of.join()];
    if (next.some((part, i) => part !== key[i]))
      dress = {
        colours: elementColours(labels.length, grouping, palette),
        names: palette.forced ? groupedNames(labels, grouping) : labels,
      };
    key = next;
    return dress;
  };
}

/** Draws what lies behind the repons; returns the grid's mesh and the steps of an arrow. */
function drawBehind(
  paper: Paper,
  paint: PaintField,
  { step, field, trails, arrows, x: kind }: LatentData,
  projection: Projection,
  repons: Pick<TrailScene, "x" | "y" | "colours" | "emphasised"> & { readonly radius: number },
) {
  const { context, palette } = paper;
  const { toX, toY } = projection;
  if (field) paint(context, field, toX, toY, palette);
  const mesh = drawGrid(paper, projection, kind);
  if (trails) {
    const scene = { n: repons.x.length, step, toX, toY, palette, ...repons };
    drawTrails(context, trails, scene);
    if (kind === "plane" && repons.emphasised.size < 3) drawDecades(paper, trails, scene);
  }
  const unit = { x: kind === "plane" ? toX(1) - toX(0) : 0, y: toY(0) - toY(1) };
  const pull = arrows ? drawArrows(context, arrows, repons, unit, palette) : null;
  return { mesh, pull };
}

/** What is drawn on a stage, and what it has to remember for the next time. */
function makeScene(stage: Stage, onExtent: (bounds: Bounds) => void) {
  const canvas = addCanvas(stage);
  const svg = select(stage.plot).append("svg").attr("tabindex", 0);
  const node = svg.node() as SVGSVGElement;
  const partners = svg.append("g").attr("class", "partners");
  const pairLine = makePairLine(svg.append("g").attr("class", "pair"));
  const write = makeWords(svg, stage);
  const dressOf = makeDress();
  const tell = makeTeller(onExtent);
  const paintField = makeFieldPainter();
  const follower = makeFollower();
  let repons: Repons | null = null;
  let drawnAt = performance.now();

  /** Makes nodes and buffers fit the data. */
  function reponsFor(n: number, kind: ReponKind): Repons {
    if (repons?.n === n && repons.kind === kind) return repons;
    repons?.remove();
    repons = makeRepons(node, n, kind);
    return repons;
  }

  /** Returns whether labels or view are still on their way. */
  function draw(
    data: LatentData,
    transform: ZoomTransform,
    emphasised: ReadonlySet<number>,
    sweeps: number,
  ): boolean {
    const { width, height, palette } = stage;
    if (width < 1 || height < 1) return false;
    const now = performance.now();
    const gliding = follower.glide(calm() ? Infinity : Math.min(100, now - drawnAt));
    drawnAt = now;
    const { step, positions, labels, grouping, pinned, x: kind } = data;
    const n = labels.length;
    const layer = reponsFor(n, kind);
    const { x, y } = layer;
    const { colours, names } = dressOf(labels, grouping, palette);
    const size = dotSize(n, stage, palette);
    const { radius, font } = size;
    const columns = () =>
      columnRoom(n, font, height, 2 * Math.max(...names.map((name) => halfWidthOf(name, size))))
        .room;
    const project = (bounds: Bounds) =>
      kind === "plane"
        ? planar(bounds, stage, transform)
        : againstSteps(bounds, step, columns(), stage, transform);
    const projection = project(follower.shown);
    for (let i = 0; i < n; i++) {
      x[i] = projection.toX(positions[2 * i]);
      y[i] = projection.toY(positions[2 * i + 1]);
    }
    const paper = { context: beginCanvas(canvas, width, height), palette, width, height };
    const behind = { x, y, radius, colours, emphasised };
    const { mesh, pull } = drawBehind(paper, paintField, data, projection, behind);
    const scene = { width, height, labels: names, colours, pinned, emphasised, palette, sweeps };
    const moved = layer.draw(scene);
    drawPartners(partners, data.partners ?? null, projection, behind);
    pairLine.draw(data.pair ?? null, layer, radius, palette.size);
    write(data, mesh, pull);
    tell(project(follower.aimed).bounds, kind);
    return gliding || moved > 0.1;
  }

  return {
    node,
    follower,
    draw,
    at: (place: Place) => repons?.at(...place) ?? null,
    drawing: pairLine.drawing,
  };
}

/** All that is to be in sight. */
const everything = ({ positions, partners }: LatentData): ArrayLike<number> =>
  partners ? [...Array.from(positions), ...Array.from(partners)] : positions;

export const latent: View<LatentData, LatentEvents> = (root, events) => {
  const stage = makeStage(root, "latent", () => draw(4) && settle());
  const scene = makeScene(stage, (bounds) => events.onExtent?.(bounds));
  let data: LatentData | null = null;
  let emphasised: ReadonlySet<number> = new Set();
  let transform: ZoomTransform = zoomIdentity;
  let request = 0;
  let cursor: number | null = null;
  /** As the transform has it. */
  let sought: Sight = sightOf(zoomIdentity, { width: 1, height: 1 });

  /** As the data last said. */
  let asked = sought;

  /** Zooms to what the data says, when that is another than before, and not what the reader has zoomed to. */
  function seek({ sight }: LatentData): void {
    if (sameSight(sight, asked) || stage.width < 1) return;
    asked = sight;
    if (sameSight(sight, sought)) return;
    sought = sight;
    explorer.zoom(transformOf(sight, stage));
  }

  const draw = (sweeps: number): boolean =>
    data !== null && scene.draw(data, transform, emphasised, sweeps);

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

  const drawsLines = drawLines(scene.node, stage.signal, {
    at: scene.at,
    isWanted: () => events.onLink !== undefined,
    onDraw(line) {
      scene.drawing(line);
      settle();
    },
    onLink: (from, to) => events.onLink?.(from, to),
  });

  const explorer = explore(scene.node, {
    signal: stage.signal,
    holds: (at) => events.onLink !== undefined && scene.at(at) !== null,
    scales: [0.4, 60],
    within: null,
    onZoom(next) {
      transform = next;
      const sight = sightOf(next, stage);
      if (data && stage.width > 0 && !sameSight(sight, sought)) {
        sought = sight;
        events.onSight?.(sight);
      }
      settle();
    },
    onPoint: (at) => point(at && scene.at(at)),
    // The press that drew a line ends with a click of its own.
    onClick: (at) => drawsLines.ended() || pin(scene.at(at)),
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
      seek(next);
      if (next.extent) scene.follower.hold(next.extent);
      else if (isIdentity(transform)) scene.follower.aim(boundsOf(everything(next)));
      if (draw(4)) settle();
    },
    destroy() {
      cancelAnimationFrame(request);
      stage.destroy();
    },
  };
};
