/**
 * @file The repons of the latent space: a disc each where it is, its label beside it, a leader
 * where the label had to step back, a ring around the chosen one.
 */
import { select } from "d3";
import { shortened, widthOf } from "../../draw/names";
import type { Palette } from "../../draw/palette";
import type { Box } from "../../draw/projection";
import { type Labels, makeColumns, makeScattered } from "./labels";

export interface ReponScene extends Box {
  readonly labels: readonly string[];
  readonly colours: readonly string[];
  readonly pinned: number | null;
  readonly emphasised: ReadonlySet<number>;
  readonly palette: Palette;
  /** Effort spent on placing labels. */
  readonly sweeps: number;
}

/** Labels around the points of a plane, or in columns beside points that stand under each other. */
export type ReponKind = "plane" | "step";

const LABELS: Readonly<Record<ReponKind, (n: number) => Labels>> = {
  plane: makeScattered,
  step: makeColumns,
};

export interface Repons {
  readonly n: number;
  readonly kind: ReponKind;
  /** Where they are, CSS pixels: to be filled in before they are drawn. [n] */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Returns how far labels moved, in pixels. */
  draw(scene: ReponScene): number;
  /** The element whose disc or label is at (px, py), if any. */
  at(px: number, py: number): number | null;
  remove(): void;
}

/** From this size on type is for a projector, where none is smaller than the rest. */
const PROJECTED = 1.3;

/** Room for discs, type and the letters of a name: smaller in a small picture or with many elements. */
export function dotSize(n: number, { width, height }: Box, palette: Palette) {
  const small = width * height < 110_000 || n > 45;
  const fine = small && palette.size < PROJECTED;
  return {
    radius: (small ? 4.5 : 6) * palette.size,
    font: (fine ? 11 : 12.5) * palette.size,
    letters: small ? 8 : 14,
  };
}

/** Half the width that a label takes, px. */
export const halfWidthOf = (label: string, { font, letters }: ReturnType<typeof dotSize>): number =>
  0.5 * font * widthOf(shortened(label, letters)) + 1;

/** Distance of the ring from its disc, px. */
const RING = 4;
/** How near the pointer must come, px. */
const REACH = 16;

/** The marks of n repons, those that come later on top. */
function makeMarks(svg: SVGSVGElement, n: number) {
  const layer = select(svg).append("g").attr("class", "repons").attr("data-thing", "repon");
  const nodes = <Tag extends "line" | "circle" | "text">(tag: Tag, name: string) =>
    layer
      .append("g")
      .selectAll<SVGElementTagNameMap[Tag], number>(tag)
      .data(Array.from({ length: n }, (_, i) => i))
      .join(tag)
      .attr("class", name)
      .nodes();
  return {
    layer,
    leaders: nodes("line", "leader"),
    discs: nodes("circle", "disc"),
    ring: layer.append("circle").attr("class", "ring").node() as SVGCircleElement,
    texts: nodes("text", "tag"),
  };
}

/** What of a scene the marks are dressed by; the rest is where they are. */
const DRESS = ["labels", "colours", "emphasised", "pinned", "palette", "width", "height"] as const;

export function makeRepons(svg: SVGSVGElement, n: number, kind: ReponKind): Repons {
  const { layer, leaders, discs, ring, texts } = makeMarks(svg, n);
  const labels = LABELS[kind](n);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const radii = new Float64Array(n);
  const halfWidths = new Float64Array(n);
  let drawn: ReponScene | null = null;
  let halfHeight = 0;

  function dress(scene: ReponScene, size: ReturnType<typeof dotSize>): void {
    const { radius, font, letters } = size;
    const before = drawn;
    halfHeight = font * 0.5;
    for (let i = 0; i < n; i++) {
      radii[i] = radius + (scene.pinned === i ? RING : 0);
      halfWidths[i] = halfWidthOf(scene.labels[i], size);
      const label = shortened(scene.labels[i], letters);
      if (texts[i].textContent !== label) texts[i].textContent = label;
      if (before?.colours !== scene.colours)
        for (const node of [leaders[i], discs[i], texts[i]])
          node.style.setProperty("--of", scene.colours[i]);
      const some = scene.emphasised.size > 0;
      const lit = scene.emphasised.has(i);
      const state = lit ? " lit" : some ? " dim" : "";
      const chosen = scene.pinned === i ? " chosen" : "";
      leaders[i].setAttribute("class", `leader${state}`);
      discs[i].setAttribute("class", `disc${state}`);
      discs[i].setAttribute("r", `${radius}`);
      texts[i].setAttribute("class", `tag${state}${chosen}`);
    }
    if (scene.pinned !== null) discs[scene.pinned].parentNode?.append(discs[scene.pinned]);
    layer.attr("font-size", font);
  }

  function place(i: number): void {
    const [dx, dy] = [labels.dx[i], labels.dy[i]];
    const [u, v] = [x[i], y[i]];
    discs[i].setAttribute("transform", `translate(${u.toFixed(2)},${v.toFixed(2)})`);
    texts[i].setAttribute("transform", `translate(${(u + dx).toFixed(2)},${(v + dy).toFixed(2)})`);
    const length = Math.hypot(dx, dy) || 1;
    const edge = 1 / Math.hypot(dx / length / (halfWidths[i] + 1), dy / length / halfHeight);
    const leader = leaders[i];
    const needed = length - edge > radii[i] + 4;
    leader.style.visibility = needed ? "" : "hidden";
    if (!needed) return;
    const end = (length - edge) / length;
    leader.setAttribute("x1", u.toFixed(2));
    leader.setAttribute("y1", v.toFixed(2));
    leader.setAttribute("x2", (u + dx * end).toFixed(2));
    leader.setAttribute("y2", (v + dy * end).toFixed(2));
  }

  return {
    n,
    kind,
    x,
    y,
    draw(scene) {
      const size = dotSize(n, scene, scene.palette);
      const { radius } = size;
      if (DRESS.some((part) => drawn?.[part] !== scene[part])) dress(scene, size);
      drawn = scene;
      const moved = labels.place(
        { x, y, radius: radii },
        { halfWidths, halfHeight, width: scene.width, height: scene.height },
        scene.sweeps,
      );
      for (let i = 0; i < n; i++) place(i);
      const { pinned } = scene;
      ring.style.visibility = pinned === null ? "hidden" : "";
      if (pinned !== null) {
        ring.setAttribute("r", `${radius + RING}`);
        ring.setAttribute("cx", x[pinned].toFixed(2));
        ring.setAttribute("cy", y[pinned].toFixed(2));
      }
      return moved;
    },
    at(px, py) {
      let best: number | null = null;
      let nearest = REACH;
      for (let i = 0; drawn && i < n; i++) {
        const dot = Math.hypot(px - x[i], py - y[i]);
        const u = Math.abs(px - x[i] - labels.dx[i]) - halfWidths[i];
        const v = Math.abs(py - y[i] - labels.dy[i]) - halfHeight;
        const label = Math.max(0, u, v) * 2;
        const distance = Math.min(dot, label);
        if (distance < nearest) {
          nearest = distance;
          best = i;
        }
      }
      return best;
    },
    remove: () => {
      layer.remove();
    },
  };
}
