/**
 * @file The map of the page in a browser: a pair goes from the relation by way of repons and decoder
 * to an answer, and the chapters stand under it in their order.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MapChapter, networkMap } from "../../src/app/map/map";
import {
  type At,
  along,
  anchorOf,
  boxOf,
  distance,
  middle,
  middleOf,
  wordsOf,
} from "../reading/pixels";
import { makeStand } from "../stand";
import { CHAPTERS } from "./figures/map";

const stand = makeStand(960, 700);

const chapters = (open: string): MapChapter[] =>
  CHAPTERS.map((chapter, i) => ({ ...chapter, number: i + 1, current: chapter.id === open }));

let end: () => void;
const show = (open: string, width?: number) => {
  if (width) stand.root.style.width = `${width}px`;
  end = stand.mount(networkMap, { chapters: chapters(open) }, {}).destroy;
};
beforeEach(() => {
  end = () => {};
});
afterEach(() => end());

/** What the four parts are drawn with. */
const MARKS = [
  [".yes, .no", "relation"],
  [".plane", "encoder: repons"],
  [".unit", "decoder"],
  [".scale", "answer"],
] as const;

const all = <Node extends SVGElement>(selector: string, within: Element = stand.root): Node[] => {
  const found = [...within.querySelectorAll<Node>(selector)];
  expect(found.length).toBeGreaterThan(0);
  return found;
};
const placesOf = (selector: string) => all(selector).map((node) => middleOf(node, stand.root));
/** The middle between the outermost marks. */
function centreOf(selector: string): At {
  const boxes = all(selector).map((node) => boxOf(node, stand.root));
  const between = (low: readonly number[], high: readonly number[]) =>
    (Math.min(...low) + Math.max(...high)) / 2;
  return {
    x: between(
      boxes.map(({ left }) => left),
      boxes.map(({ right }) => right),
    ),
    y: between(
      boxes.map(({ top }) => top),
      boxes.map(({ bottom }) => bottom),
    ),
  };
}
const word = (text: string, kind = ""): At => {
  const found = all<SVGTextElement>(`text${kind}`).find((node) => wordsOf(node) === text);
  if (!found) throw new Error(`nothing says ${text}`);
  return anchorOf(found, stand.root);
};
/** Where the pieces of an arrow are: its tail, and what of it lies beyond. */
const flows = () =>
  all<SVGPathElement>(".flow").map((path) => {
    const points = along(
      path,
      Array.from({ length: 101 }, (_, i) => i / 100),
      stand.root,
    );
    return { tail: points[0], points };
  });

describe("side by side", () => {
  test("relation, repons, decoder and answer follow each other to the right, each over its name", () => {
    show("repons");
    const centres = MARKS.map(([mark]) => centreOf(mark));
    for (const i of [1, 2, 3]) expect(centres[i].x - centres[i - 1].x).toBeCloseTo(960 / 4, 0);
    for (const [i, [, name]] of MARKS.entries()) {
      expect(centres[i].y).toBeCloseTo(centres[0].y, 0);
      const at = word(name, ".name");
      expect(at.x).toBeCloseTo(centres[i].x, 0);
      expect(at.y).toBeGreaterThan(centres[i].y + 60);
    }
  });

  test("an arrow leads from each part to the next, its head at the next", () => {
    show("repons");
    const centres = MARKS.map(([mark]) => centreOf(mark));
    const ways = flows();
    expect(ways).toHaveLength(3);
    for (const [i, { tail, points }] of ways.entries()) {
      const ends = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
      expect(ends[0]).toBeGreaterThan(centres[i].x + 40);
      expect(ends[1]).toBeLessThan(centres[i + 1].x - 20);
      expect(tail.x).toBeCloseTo(ends[0], 0);
      const wide = points.filter(({ y }) => Math.abs(y - tail.y) > 2);
      expect(wide.length).toBeGreaterThan(0);
      expect(middle(wide).x).toBeGreaterThan(ends[1] - 8);
    }
  });

  test("statics asks above about data and decoder, dynamics below about encoder and decoder", () => {
    show("repons");
    const [data, encoder, decoder] = MARKS.map(([mark]) => centreOf(mark));
    const above = word("how much data?");
    expect(above.x).toBeCloseTo(data.x, 0);
    expect(word("how complex?").x).toBeCloseTo(decoder.x, 0);
    for (const { y } of [above, word("how complex?")]) expect(y).toBeLessThan(data.y - 50);
    expect(word("η_{enc}").x).toBeCloseTo(encoder.x, 0);
    expect(word("η_{dec}").x).toBeCloseTo(decoder.x, 0);
    expect(word("how fast?").x).toBeCloseTo((encoder.x + decoder.x) / 2, 0);
    for (const text of ["η_{enc}", "η_{dec}", "how fast?"])
      expect(word(text).y).toBeGreaterThan(data.y + 90);
    // Their brackets reach over these parts and open towards them.
    const [statics, dynamics] = all<SVGPathElement>(".bracket").map((path) => ({
      ...boxOf(path, stand.root),
      ends: along(path, [0, 1], stand.root),
    }));
    expect([statics.left, statics.right]).toBeAllclose([data.x - 58, decoder.x + 58], { atol: 20 });
    expect([dynamics.left, dynamics.right]).toBeAllclose([encoder.x - 58, decoder.x + 58], {
      atol: 20,
    });
    for (const { y } of statics.ends) expect(y).toBeCloseTo(statics.bottom, 0);
    for (const { y } of dynamics.ends) expect(y).toBeCloseTo(dynamics.top, 0);
    expect(statics.bottom).toBeLessThan(above.y);
    expect(dynamics.top).toBeGreaterThan(word("how fast?").y);
    expect(word("Statics, from information").y).toBeLessThan(statics.top);
    expect(word("Dynamics, from interacting repons").y).toBeGreaterThan(dynamics.bottom);
  });

  test("the chapters stand under the picture in the order of their numbers, row by row", () => {
    show("repons");
    const low = boxOf(stand.svg, stand.root).bottom;
    const cards = [...stand.root.querySelectorAll("button")];
    expect(cards.map((card) => card.querySelector("strong")?.textContent)).toEqual(
      CHAPTERS.map(({ title }, i) => `${i + 1}${title}`),
    );
    const boxes = cards.map((card) => boxOf(card, stand.root));
    expect(new Set(boxes.map(({ top }) => top)).size).toBeLessThan(CHAPTERS.length);
    for (const [i, { left, top, bottom }] of boxes.entries()) {
      expect(top).toBeGreaterThanOrEqual(low);
      if (i === 0) continue;
      const before = boxes[i - 1];
      // To the right of the one before, or at the left of the next row.
      if (top === before.top) expect(left).toBeGreaterThan(before.right);
      else expect([top >= before.bottom, left]).toEqual([true, boxes[0].left]);
      expect(bottom).toBeGreaterThan(top);
    }
  });
});

describe("what is drawn of each part", () => {
  test("a cell of the relation is full where x and y are alike modulo 3, row by row", () => {
    show("repons");
    const boxes = all(".part .yes, .part .no");
    expect(boxes).toHaveLength(36);
    const places = boxes.map((node) => middleOf(node, stand.root));
    const [left, top] = [
      Math.min(...places.map(({ x }) => x)),
      Math.min(...places.map(({ y }) => y)),
    ];
    const pitch = (Math.max(...places.map(({ x }) => x)) - left) / 5;
    for (const [k, node] of boxes.entries()) {
      const [x, y] = [(places[k].x - left) / pitch, (places[k].y - top) / pitch].map(Math.round);
      expect(node.classList.contains("yes")).toBe(x % 3 === y % 3);
    }
  });

  test("a spring joins two repons of one class", () => {
    show("repons");
    const repons = all<SVGCircleElement>(".repon").map((node) => ({
      of: node.style.getPropertyValue("--of"),
      at: middleOf(node, stand.root),
    }));
    expect(repons).toHaveLength(9);
    const springs = all<SVGPathElement>(".spring");
    expect(springs).toHaveLength(3);
    const joined = springs.map((path) =>
      along(path, [0, 1], stand.root).map((at) => {
        const near = repons.filter((repon) => distance(repon.at, at) < 1);
        expect(near).toHaveLength(1);
        return near[0].of;
      }),
    );
    expect(joined).toEqual([1, 2, 3].map((k) => [`var(--class-${k})`, `var(--class-${k})`]));
  });

  test("the decoder has its inputs at the left and one output at the right, fully connected", () => {
    show("complexity");
    const units = placesOf(".unit");
    const columns = new Map<number, At[]>();
    for (const at of units)
      columns.set(Math.round(at.x), [...(columns.get(Math.round(at.x)) ?? []), at]);
    const layers = [...columns].sort(([a], [b]) => a - b).map(([, layer]) => layer);
    expect(layers.map((layer) => layer.length)).toEqual([4, 5, 5, 1]);
    const weights = all<SVGLineElement>(".weight").map((line) => along(line, [0, 1], stand.root));
    for (const [l, layer] of layers.slice(1).entries())
      for (const from of layers[l])
        for (const to of layer)
          expect(
            weights.filter(([a, b]) => distance(a, from) < 0.5 && distance(b, to) < 0.5),
          ).toHaveLength(1);
    expect(weights).toHaveLength(4 * 5 + 5 * 5 + 5);
  });

  test("the answer is filled from below, with yes at the top", () => {
    show("repons");
    const [bar, level] = [".scale", ".level"].map((name) => boxOf(stand.find(name), stand.root));
    expect(bar.bottom - level.bottom).toBeLessThan(6);
    expect(level.top - bar.top).toBeGreaterThan(6);
    const [yes, no] = [word("1, yes"), word("0, no")];
    expect(no.y - yes.y).toBeGreaterThan(50);
    expect(yes.y).toBeLessThan(bar.top + 15);
    expect(Math.abs(no.y - bar.bottom)).toBeLessThan(5);
    for (const { x } of [yes, no]) expect(x).toBeGreaterThan(bar.right);
  });

  test.each([
    ["data", ["relation"]],
    ["repons", ["encoder: repons"]],
    ["complexity", ["decoder"]],
    ["phases", ["encoder: repons", "decoder"]],
    ["versus", ["relation", "encoder: repons", "decoder", "answer"]],
  ])("the open chapter %s lights %j", (open, lit) => {
    show(open);
    const names = all(".part.lit").map((part) => wordsOf(all(".name", part)[0]));
    expect(names).toEqual(lit);
  });

  test("a card that is pointed at lights its part as long as it is", () => {
    show("data");
    const lit = () => all(".part.lit").map((part) => wordsOf(all(".name", part)[0]));
    const card = [...stand.root.querySelectorAll("button")].find((button) =>
      button.textContent?.includes("How complex?"),
    );
    card?.dispatchEvent(new PointerEvent("pointerenter"));
    expect(lit()).toEqual(["decoder"]);
    card?.dispatchEvent(new PointerEvent("pointerleave"));
    expect(lit()).toEqual(["relation"]);
  });
});

describe("where there is little width", () => {
  test("the parts follow each other downwards, arrows too, names beside them, cards by number", () => {
    show("repons", 340);
    const centres = MARKS.map(([mark]) => centreOf(mark));
    for (const i of [1, 2, 3]) {
      expect(centres[i].y - centres[i - 1].y).toBeGreaterThan(80);
      expect(centres[i].x).toBeCloseTo(centres[0].x, 0);
    }
    for (const [i, [, name]] of MARKS.entries()) {
      const at = word(name, ".name");
      expect(at.x).toBeGreaterThan(centres[i].x + 40);
      expect(Math.abs(at.y - centres[i].y)).toBeLessThan(30);
    }
    const ways = flows();
    expect(ways).toHaveLength(3);
    for (const [i, { tail, points }] of ways.entries()) {
      const ends = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
      expect(ends[0]).toBeGreaterThan(centres[i].y + 30);
      expect(ends[1]).toBeLessThan(centres[i + 1].y - 20);
      expect(tail.y).toBeCloseTo(ends[0], 0);
      const wide = points.filter(({ x }) => Math.abs(x - tail.x) > 2);
      expect(middle(wide).y).toBeGreaterThan(ends[1] - 8);
    }
    const cards = [...stand.root.querySelectorAll("button")]
      .map((card) => ({ text: card.textContent ?? "", top: boxOf(card, stand.root).top }))
      .sort((a, b) => a.top - b.top);
    expect(cards.map(({ text }) => Number(text[0]))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
