/** @file What stands in a picture of the page, taken out of it: everything else is reckoned in Node. */
import type { Tick } from "../reading/axes";
import type { Spot, Visit } from "./visit";

export interface Mark extends Spot {
  /** What is written there; empty for what is no text. */
  readonly caption: string;
}

/** Runs in the page: the middles of all that match, in their order. */
const middles = (selector: string): Mark[] =>
  [...document.querySelectorAll(selector)]
    .filter((node) => node.checkVisibility())
    .map((node) => {
      const { left, right, top, bottom } = node.getBoundingClientRect();
      const { caption = node.textContent ?? "" } = (node as SVGElement).dataset;
      return { x: (left + right) / 2, y: (top + bottom) / 2, caption };
    });

/** Middles of all that match and are shown. */
export const marksOf = (visit: Visit, selector: string): Promise<Mark[]> =>
  visit.ask(middles, selector);

/** The one place that matches. Throws unless there is exactly one. */
export async function markOf(visit: Visit, selector: string): Promise<Mark> {
  const found = await marksOf(visit, selector);
  if (found.length !== 1) throw new Error(`${found.length} places match ${selector}`);
  return found[0];
}

/** Runs in the page: places along the path that matches, about one for each pixel. */
const places = (selector: string): Spot[] => {
  const path = document.querySelector(selector) as SVGPathElement;
  const length = path.getTotalLength();
  const matrix = path.getScreenCTM() as DOMMatrix;
  const count = Math.ceil(length);
  return Array.from({ length: count + 1 }, (_, i) => {
    const { x, y } = path.getPointAtLength((i / count) * length).matrixTransform(matrix);
    return { x, y };
  });
};

/** Height of the drawn path where it is nearest to `x`. */
export async function lineOf(visit: Visit, selector: string): Promise<(x: number) => number> {
  const way = await visit.ask(places, selector);
  return (x) =>
    way.reduce((best, each) => (Math.abs(each.x - x) < Math.abs(best.x - x) ? each : best)).y;
}

/** "1,000", "0.05", "−2", "10^{−4}"; NaN for what is no number. */
function numberIn(caption: string): number {
  const [, sign, power] = /^10\^\{(−?)(\d+)\}$/.exec(caption) ?? [];
  if (power !== undefined) return 10 ** Number(`${sign && "-"}${power}`);
  return caption.trim() === "" ? Number.NaN : Number(caption.replace("−", "-").replace(/,/g, ""));
}

/** Letters of one line differ in their middles by no more, px. */
const LINE = 4;

/** The numbers under a picture, and those beside it. */
export async function ticksOf(
  visit: Visit,
  selector: string,
): Promise<{ readonly x: Tick[]; readonly y: Tick[] }> {
  const all = (await marksOf(visit, selector)).filter(
    ({ caption }) => !Number.isNaN(numberIn(caption)),
  );
  const foot = Math.max(...all.map(({ y }) => y));
  const isBelow = ({ y }: Mark) => foot - y < LINE;
  const tick = (along: "x" | "y") => (mark: Mark) => ({
    value: numberIn(mark.caption),
    at: mark[along],
  });
  return {
    x: all.filter(isBelow).map(tick("x")),
    y: all.filter((mark) => !isBelow(mark)).map(tick("y")),
  };
}

export interface Box extends Spot {
  readonly width: number;
  readonly height: number;
}

/** Runs in the page: the colour that most of each box of a canvas has, and what these names are as colours. */
const colours = ({
  canvas: selector,
  boxes,
  names,
}: {
  readonly canvas: string;
  readonly boxes: readonly Box[];
  readonly names: readonly string[];
}): { readonly found: string[]; readonly named: string[] } => {
  const canvas = document.querySelector(selector) as HTMLCanvasElement;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const frame = canvas.getBoundingClientRect();
  const ratio = canvas.width / frame.width;
  const modal = (box: Box): string => {
    const { data } = context.getImageData(
      Math.round((box.x - frame.left) * ratio),
      Math.round((box.y - frame.top) * ratio),
      Math.max(1, Math.round(box.width * ratio)),
      Math.max(1, Math.round(box.height * ratio)),
    );
    const counts = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  };
  const probe = document.body.appendChild(document.createElement("i"));
  const named = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return { found: boxes.map(modal), named };
};

/** Of which of the page's colours each box of a canvas is; the colour itself where it is none of `names`. */
export async function coloursOf<Name extends string>(
  visit: Visit,
  canvas: string,
  boxes: readonly Box[],
  names: readonly Name[],
): Promise<(Name | string)[]> {
  const { found, named } = await visit.ask(colours, { canvas, boxes, names });
  return found.map((colour) => names[named.indexOf(colour)] ?? colour);
}

/** Runs in the page: the part of a canvas that is painted on. */
const painted = (selector: string): Box => {
  const canvas = document.querySelector(selector) as HTMLCanvasElement;
  const { width, height } = canvas;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const { data } = context.getImageData(0, 0, width, height);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < width * height; i++)
    if (data[4 * i + 3] === 255) {
      xs.push(i % width);
      ys.push(Math.floor(i / width));
    }
  const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b));
  const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b));
  const frame = canvas.getBoundingClientRect();
  const ratio = width / frame.width;
  return {
    x: frame.left + least(xs) / ratio,
    y: frame.top + least(ys) / ratio,
    width: (most(xs) + 1 - least(xs)) / ratio,
    height: (most(ys) + 1 - least(ys)) / ratio,
  };
};

/** The part of a canvas that is painted on. */
export const paintedOf = (visit: Visit, canvas: string): Promise<Box> => visit.ask(painted, canvas);
