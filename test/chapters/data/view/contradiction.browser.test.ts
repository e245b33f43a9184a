/**
 * @file Pairs that cannot hold together: an arrow for R(x, y) leaves x and its head is at y.
 */
import { expect, test } from "vitest";
import { contradiction } from "../../../../src/chapters/data/view/contradiction";
import {
  type At,
  edgesOf,
  endsOf,
  expectUpright,
  heightsAt,
  middleOf,
} from "../../../reading/axes";
import { makeStand } from "../../../stand";

const stand = makeStand(390, 240);

const PAIRS = [
  { x: 0, y: 4, value: 1 },
  { x: 4, y: 7, value: 1 },
  { x: 0, y: 7, value: 0 },
  { x: 7, y: 7, value: 1 },
];

const far = (a: At, b: At) => Math.hypot(a.x - b.x, a.y - b.y);

/** Circles by the number that is written in each. */
function circles(): ReadonlyMap<number, SVGCircleElement> {
  const nodes = [...stand.root.querySelectorAll(".nodes g")];
  return new Map(
    nodes.map((node) => {
      const circle = node.querySelector("circle") as SVGCircleElement;
      const text = node.querySelector("text") as SVGTextElement;
      // Half a letter: the middle of its box is not the middle of a digit.
      expect(far(middleOf(circle), middleOf(text))).toBeLessThan(3);
      return [Number(text.textContent), circle];
    }),
  );
}

/** The element whose circle is nearest to a place. */
function nearest(at: At): number {
  const [[first]] = [...circles()].sort(
    ([, a], [, b]) => far(middleOf(a), at) - far(middleOf(b), at),
  );
  return first;
}

const arrows = () =>
  [...stand.root.querySelectorAll(".arrows g")].map((arrow) => {
    const shaft = arrow.querySelector(".shaft") as SVGPathElement;
    const head = arrow.querySelector(".head") as SVGPathElement;
    const [from, to] = endsOf(shaft);
    return { arrow, shaft, head, from, to };
  });

test("An arrow leaves the circle of x and has its head at that of y, touching neither", () => {
  const view = stand.mount(contradiction, { pairs: PAIRS, summary: "" }, {});
  expect([...circles().keys()].sort()).toEqual([0, 4, 7]);
  expect(
    arrows().map(({ from, to, head }) => [nearest(from), nearest(to), nearest(middleOf(head))]),
  ).toEqual(PAIRS.map(({ x, y }) => [x, y, y]));
  for (const { from, to, head } of arrows())
    for (const end of [from, to, middleOf(head)]) {
      const circle = circles().get(nearest(end)) as Element;
      const [left, right] = edgesOf(circle);
      const off = far(middleOf(circle), end);
      expect(off).toBeGreaterThan((right - left) / 2);
      // A gap and a head are less than another radius.
      expect(off).toBeLessThan(right - left);
    }
  expectUpright(stand);
  view.destroy();
});

test("The head points on along its shaft", () => {
  const view = stand.mount(contradiction, { pairs: PAIRS.slice(0, 3), summary: "" }, {});
  expect(arrows()).toHaveLength(3);
  for (const { shaft, head, to } of arrows()) {
    const length = shaft.getTotalLength();
    const matrix = shaft.getScreenCTM() as DOMMatrix;
    const before = shaft.getPointAtLength(length - 4).matrixTransform(matrix);
    const centre = middleOf(head);
    // Its tip is where the shaft ends, so that most of it lies back along the shaft.
    const cosine =
      ((to.x - before.x) * (to.x - centre.x) + (to.y - before.y) * (to.y - centre.y)) /
      (far(to, before) * far(to, centre));
    // The shaft bends by less than that on its last pixels.
    expect(cosine).toBeGreaterThan(Math.cos(Math.PI / 9));
  }
  view.destroy();
});

test("Only an arrow that says no is broken, and only a pair of an element with itself loops, above it", () => {
  const view = stand.mount(contradiction, { pairs: PAIRS, summary: "" }, {});
  const dashes = arrows().map(({ shaft }) => getComputedStyle(shaft).strokeDasharray);
  expect(dashes.map((dash) => dash === "none")).toEqual([true, true, false, true]);
  const [, , top] = edgesOf(circles().get(7) as Element);
  const [, , , bottom] = edgesOf(arrows()[3].shaft);
  expect(bottom).toBeLessThan(top);
  view.destroy();
});

test("Two arrows between the same elements bend apart, each beside the straight line", () => {
  const pairs = [
    { x: 5, y: 9, value: 1 },
    { x: 9, y: 5, value: 1 },
  ];
  const view = stand.mount(contradiction, { pairs, summary: "" }, {});
  const [first, second] = [5, 9].map((element) => middleOf(circles().get(element) as Element));
  // The first element stands at the left.
  expect(first.x).toBeLessThan(second.x);
  const middle = { x: (first.x + second.x) / 2, y: first.y };
  const heights = arrows().map(({ shaft }) => heightsAt(shaft, middle.x)[0] - middle.y);
  expect(heights).toHaveLength(2);
  expect(heights[0] * heights[1]).toBeLessThan(0);
  // Further than the heads are wide, so that the two are told apart.
  const [, , top, bottom] = edgesOf(arrows()[0].head);
  expect(Math.min(...heights.map(Math.abs))).toBeGreaterThan(bottom - top);
  view.destroy();
});
