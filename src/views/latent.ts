/**
 * @file Latent space: the repons, the ways they came, where they are pulled, and the decoder's
 * answer as a field behind them.
 *
 * Shapes: n elements, S snapshots.
 */
import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import type { Grouping } from "../theory/relation";
import { type Arrows, drawArrows } from "./arrows";
import { type Bounds, type Field, makeFieldPainter } from "./field";
import { makeFollower } from "./follow";
import { makeLatentKey } from "./latentKey";
import { elementColours } from "./palette";
import { againstSteps, gridLines, type Projection, planar } from "./projection";
import { dotSize, makeRepons, type Repons } from "./repons";
import { setRichText } from "./richText";
import { addCanvas, beginCanvas, makeStage } from "./stage";
import { decades, drawTrails, type TrailScene, type Trails } from "./trails";
import type { View } from "./view";

export interface LatentData {
  readonly step: number;
  /** Coordinates in the plane shown. With x = "step" x is the step itself. [n, 2] */
  readonly positions: ArrayLike<number>;
  /** [n] */
  readonly labels: readonly string[];
  /** Colours by class or rank; null: one colour. */
  readonly grouping: Grouping | null;
  /** "plane": both axes are coordinates of equal unit. "step": x is the step, on a log axis. */
  readonly x: "plane" | "step";
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

const NO_ELEMENTS: ReadonlySet<number> = new Set();
/** Zoom per key press. */
const KEY_ZOOM = 1.25;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const number = (x: number): string => x.toLocaleString("en-GB");

export const latent: View<LatentData, LatentEvents> = (root, events) => {
  const stage = makeStage(root, "latent", () => draw(3));
  const canvas = addCanvas(stage);
  const svg = select(stage.plot).append("svg").attr("role", "img").attr("tabindex", 0);
  const captionX = svg.append("text").attr("class", "axis-caption").node() as SVGTextElement;
  const captionY = svg.append("text").attr("class", "axis-caption").node() as SVGTextElement;
  const painter = makeFieldPainter();
  const showKey = makeLatentKey(stage.caption);
  const follower = makeFollower();
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  let data: LatentData | null = null;
  let repons: Repons | null = null;
  let x = new Float64Array(0);
  let y = new Float64Array(0);
  let colours: { readonly key: unknown; readonly values: readonly string[] } | null = null;
  let emphasised: ReadonlySet<number> = NO_ELEMENTS;
  let transform: ZoomTransform = zoomIdentity;
  let asked: Bounds | null = null;
  let last = performance.now();
  let request = 0;
  let cursor: number | null = null;

  const colourValues = (grouping: Grouping | null, n: number): readonly string[] => {
    const { palette } = stage;
    const key = [grouping?.of.join(), grouping?.kind, n, palette.colour.ink, palette.colour.panel];
    const text = key.join("|");
    if (colours?.key !== text)
      colours = { key: text, values: elementColours(n, grouping, palette) };
    return colours.values;
  };

  function needed({ positions, x: kind, step }: LatentData): Bounds {
    const box = { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity };
    for (let i = 0; i < positions.length; i += 2) {
      box.x0 = Math.min(box.x0, positions[i]);
      box.x1 = Math.max(box.x1, positions[i]);
      box.y0 = Math.min(box.y0, positions[i + 1]);
      box.y1 = Math.max(box.y1, positions[i + 1]);
    }
    return kind === "step" ? { ...box, x0: 1, x1: Math.max(10, step) } : box;
  }

  /** Tells the owner which part of the plane wants a field, when that has changed visibly. */
  function ask(bounds: Bounds): void {
    const span = bounds.x1 - bounds.x0 + bounds.y1 - bounds.y0;
    const moved =
      asked === null
        ? Infinity
        : (["x0", "x1", "y0", "y1"] as const).reduce(
            (sum, side) => sum + Math.abs(bounds[side] - (asked as Bounds)[side]),
            0,
          );
    if (moved < 0.005 * span) return;
    asked = bounds;
    events.onExtent?.(bounds);
  }

  function drawGrid(context: CanvasRenderingContext2D, { toX, toY, bounds }: Projection): number {
    const { width, height, palette } = stage;
    const byStep = data?.x === "step";
    const across = gridLines(bounds.y0, bounds.y1);
    const along = byStep
      ? Array.from({ length: 8 }, (_, power) => 10 ** power)
      : gridLines(bounds.x0, bounds.x1).at;
    context.beginPath();
    for (const value of along) {
      context.moveTo(toX(value), 0);
      context.lineTo(toX(value), height);
    }
    for (const value of across.at) {
      context.moveTo(0, toY(value));
      context.lineTo(width, toY(value));
    }
    context.strokeStyle = palette.colour.ink;
    context.globalAlpha = 0.06;
    context.lineWidth = palette.stroke;
    context.stroke();
    context.globalAlpha = 1;
    if (byStep) {
      context.fillStyle = palette.colour.muted;
      context.font = font(12.5);
      context.textAlign = "center";
      along.forEach((value, power) => {
        if (toX(value) < width - 24)
          context.fillText(`10${SUPERSCRIPTS[power]}`, toX(value), height - 26 * palette.size);
      });
    }
    return across.step;
  }

  const font = (px: number) => `${px * stage.palette.size}px ${getFont()}`;
  let family = "";
  const getFont = () => {
    family ||= getComputedStyle(stage.plot).fontFamily;
    return family;
  };

  /** Marks of 1, 10, 100, ... steps on the trails that stand out, while they are few. */
  function drawDecades(context: CanvasRenderingContext2D, trails: Trails, scene: TrailScene): void {
    if (emphasised.size === 0 || emphasised.size > 2) return;
    const { palette, toX, toY } = scene;
    context.font = font(11);
    context.textAlign = "left";
    for (const i of emphasised)
      for (const { snapshot, power } of decades(trails, scene.step)) {
        const px = toX(trails.positions[(snapshot * scene.n + i) * 2]);
        const py = toY(trails.positions[(snapshot * scene.n + i) * 2 + 1]);
        context.beginPath();
        context.arc(px, py, 2.5 * palette.size, 0, 2 * Math.PI);
        context.fillStyle = palette.colour.panel;
        context.strokeStyle = scene.colours[i];
        context.lineWidth = 1.5 * palette.stroke;
        context.fill();
        context.stroke();
        context.fillStyle = palette.colour.muted;
        context.fillText(`10${SUPERSCRIPTS[power]}`, px + 5, py - 4);
      }
  }

  /** Draws the data in hand; returns whether labels or view are still on their way. */
  function draw(sweeps: number): boolean {
    const { width, height, palette } = stage;
    if (!data || width < 1 || height < 1) return false;
    const now = performance.now();
    const gliding = follower.glide(calm.matches ? Infinity : Math.min(100, now - last));
    last = now;
    const n = data.labels.length;
    if (repons?.n !== n) {
      repons?.remove();
      repons = makeRepons(svg.node() as SVGSVGElement, n);
      x = new Float64Array(n);
      y = new Float64Array(n);
    }
    const project = data.x === "step" ? againstSteps : planar;
    const projection = project(follower.shown, stage, transform);
    const { toX, toY } = projection;
    for (let i = 0; i < n; i++) {
      x[i] = toX(data.positions[2 * i]);
      y[i] = toY(data.positions[2 * i + 1]);
    }
    const shades = colourValues(data.grouping, n);
    const context = beginCanvas(canvas, width, height);
    if (data.field) painter.paint(context, data.field, toX, toY, palette);
    const mesh = drawGrid(context, projection);
    if (data.trails) {
      const scene = { n, step: data.step, x, y, toX, toY, colours: shades, emphasised, palette };
      drawTrails(context, data.trails, scene);
      drawDecades(context, data.trails, scene);
    }
    const { radius } = dotSize(n, stage, palette);
    const steps = data.arrows
      ? drawArrows(
          context,
          data.arrows,
          { x, y, radius },
          { x: toX(1) - toX(0), y: toY(0) - toY(1) },
          palette,
        )
      : 0;
    const moved = repons.draw({
      x,
      y,
      width,
      height,
      labels: data.labels,
      colours: shades,
      pinned: data.pinned,
      emphasised,
      palette,
      sweeps,
    });
    drawWords(mesh, steps);
    if (!gliding && data.x === "plane") ask(projection.bounds);
    return gliding || moved > 0.05;
  }

  function drawWords(mesh: number, arrowSteps: number): void {
    if (!data) return;
    const { width, height, palette } = stage;
    setRichText(captionX, `${data.captions[0]} →`);
    setRichText(captionY, `↑ ${data.captions[1]}`);
    captionX.setAttribute("transform", `translate(${width - 10},${height - 10})`);
    captionX.setAttribute("text-anchor", "end");
    captionY.setAttribute("transform", `translate(10,${10 + 11 * palette.size})`);
    showKey(
      {
        trail: data.trails ? `step 0 to ${number(data.step)}` : null,
        field: data.field?.caption ?? null,
        arrows: data.arrows ? `${number(arrowSteps)} steps at this pull` : null,
        grid: data.x === "plane" ? `grid ${Number(mesh.toPrecision(2))}` : null,
      },
      palette,
    );
    const kind = data.field ? `, field ${data.field.caption}` : "";
    svg.attr(
      "aria-label",
      `Latent space at step ${number(data.step)}: ${data.labels.length} repons${kind}. Arrow keys go through them, Enter chooses one, plus and minus zoom, 0 fits.`,
    );
  }

  /** Draws until everything has come to rest. */
  function settle(): void {
    request ||= requestAnimationFrame(() => {
      request = 0;
      if (draw(3)) settle();
    });
  }

  const zooming = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.4, 60])
    .filter(
      (event: Event & { touches?: TouchList; button?: number }) =>
        !event.button && (!event.touches || event.touches.length > 1 || transform.k !== 1),
    )
    .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      transform = event.transform;
      stage.plot.classList.toggle("zoomed", transform.k !== 1);
      settle();
    });
  svg.call(zooming).on("dblclick.zoom", null);

  function hover(element: number | null): void {
    if (element === cursor) return;
    cursor = element;
    stage.plot.classList.toggle("pointing", element !== null);
    if (element !== null && data) stage.say(describe(element, data));
    events.onHover?.(element);
  }

  function describe(element: number, { labels, grouping, positions }: LatentData): string {
    const [u, v] = [positions[2 * element], positions[2 * element + 1]];
    const group = grouping
      ? `, ${grouping.kind === "classes" ? "class" : "rank"} ${grouping.of[element]}`
      : "";
    return `Element ${labels[element]}${group}, at ${u.toFixed(2)}, ${v.toFixed(2)}`;
  }

  const fit = () => svg.call(zooming.transform, zoomIdentity);
  const keys = new Map<string, () => void>([
    ["+", () => svg.call(zooming.scaleBy, KEY_ZOOM)],
    ["=", () => svg.call(zooming.scaleBy, KEY_ZOOM)],
    ["-", () => svg.call(zooming.scaleBy, 1 / KEY_ZOOM)],
    ["0", fit],
    ["Escape", () => hover(null)],
    ["ArrowRight", () => walk(1)],
    ["ArrowDown", () => walk(1)],
    ["ArrowLeft", () => walk(-1)],
    ["ArrowUp", () => walk(-1)],
    ["Enter", () => cursor !== null && events.onPin?.(cursor)],
  ]);
  const walk = (by: number) => {
    const n = data?.labels.length ?? 0;
    if (n > 0) hover(cursor === null ? (by > 0 ? 0 : n - 1) : (cursor + by + n) % n);
  };

  const listen = { signal: stage.signal };
  const node = svg.node() as SVGSVGElement;
  const under = (event: MouseEvent): number | null => {
    const box = node.getBoundingClientRect();
    return repons?.at(event.clientX - box.left, event.clientY - box.top) ?? null;
  };
  node.addEventListener("pointermove", (event) => hover(under(event)), listen);
  node.addEventListener("pointerleave", () => hover(null), listen);
  node.addEventListener("blur", () => hover(null), listen);
  node.addEventListener("dblclick", fit, listen);
  node.addEventListener(
    "click",
    (event) => {
      const element = under(event);
      if (element !== null) events.onPin?.(element);
    },
    listen,
  );
  node.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys.get(event.key);
      if (!act) return;
      event.preventDefault();
      act();
    },
    listen,
  );

  return {
    update(next) {
      const { hovered } = next;
      const same = hovered.length === emphasised.size && hovered.every((i) => emphasised.has(i));
      if (!same) emphasised = new Set(hovered);
      data = next;
      if (transform.k === 1 && transform.x === 0 && transform.y === 0) follower.aim(needed(next));
      cancelAnimationFrame(request);
      request = 0;
      if (draw(4)) settle();
    },
    destroy() {
      cancelAnimationFrame(request);
      svg.on(".zoom", null);
      stage.destroy();
    },
  };
};
