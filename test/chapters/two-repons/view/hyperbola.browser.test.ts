/**
 * @file The plane of outcomes: a2 to the right, c up, and the region in which two repons meet below the
 * line C = 0 of Eq. (10), C = a2^2 / (2 etaA) - c^2 / etaX.
 */
import { expect, test } from "vitest";
import { hyperbolaData } from "../../../../src/chapters/two-repons/model/pictures";
import { type HyperbolaData, hyperbola } from "../../../../src/chapters/two-repons/view/hyperbola";
import {
  axisOf,
  expectAt,
  INK,
  LETTERS,
  middleOf,
  numberOf,
  onPage,
  type Place,
  ticksOf,
  wayOf,
} from "../../../reading/plane";
import { makeStand } from "../../../stand";
import { stateOf } from "../figures/twoRepons";

const stand = makeStand(380, 230);

/** Rates at which C is 0 on c = a2 / 2. */
const SLOW = { etaX: 1, etaA: 2 };
/** Rates at which C is 0 on c = 2 a2. */
const FAST = { etaX: 8, etaA: 1 };
type Rates = typeof SLOW;

/** An orbit from (a2, c) = (1.6, 0.3) to (0.4, 1.2), which is on no hyperbola. */
const orbit = ({ etaX, etaA }: Rates): HyperbolaData => ({
  weight: etaX / (etaX + 2 * etaA),
  reach: 2,
  a2: Float64Array.of(1.6, 1.2, 0.9, 0.4),
  c: Float64Array.of(0.3, 0.5, 1.1, 1.2),
  now: 2,
  summary: "an orbit",
});

const conserved = ({ etaX, etaA }: Rates, a2: number, c: number): number =>
  a2 ** 2 / (2 * etaA) - c ** 2 / etaX;

const axes = () => {
  const { below, beside } = ticksOf(stand, ".grid text");
  return [axisOf(below, "x"), axisOf(beside, "y")] as const;
};

/** What is painted at (a2, c), lines aside. */
function regionAt(a2: number, c: number): string | undefined {
  const [x, y] = axes();
  return document
    .elementsFromPoint(x.at(a2), y.at(c))
    .map((element) => element.getAttribute("class") ?? "")
    .find((name) => name === "meet" || name === "apart");
}

/** How far a place is from where C is `value`, px, to first order. */
function distance(
  rates: Rates,
  value: number,
  place: Place,
  [x, y]: ReturnType<typeof axes>,
): number {
  const [a2, c] = [x.value(place.x), y.value(place.y)];
  const slope = Math.hypot(
    a2 / rates.etaA / (x.at(1) - x.at(0)),
    (2 * c) / rates.etaX / (y.at(1) - y.at(0)),
  );
  return Math.abs(conserved(rates, a2, c) - value) / slope;
}

const way = (selector: string) => wayOf(stand.find(selector) as SVGPathElement);

test("An orbit starts at its a2 to the right and its c up, and goes on from the shown sample", () => {
  const view = stand.mount(hyperbola, orbit(SLOW), {});
  expectAt(middleOf(stand.find(".dots .start")), axes(), [1.6, 0.3]);
  expectAt(middleOf(stand.find(".dots .now")), axes(), [0.9, 1.1]);
  const [past, rest] = [way(".past"), way(".rest")];
  expectAt(past[0], axes(), [1.6, 0.3]);
  expectAt(past[past.length - 1], axes(), [0.9, 1.1]);
  expectAt(rest[0], axes(), [0.9, 1.1]);
  expectAt(rest[rest.length - 1], axes(), [0.4, 1.2]);
  view.destroy();
});

test("Both axes are linear from 0 at the lower left, and the words of a2 stand below, of c above", () => {
  const view = stand.mount(hyperbola, orbit(SLOW), {});
  const [x, y] = axes();
  for (const ticks of Object.values(ticksOf(stand, ".grid text")))
    expect(ticks.map(({ dataset }) => numberOf(dataset.caption ?? ""))).toContain(0);
  const words = [...stand.root.querySelectorAll(".axis-caption")];
  const [across, up] = ["a_2:", "c:"].map((name) =>
    words.find((word) => (word as SVGTextElement).dataset.caption?.includes(name)),
  );
  expect(middleOf(across as Element).y).toBeGreaterThan(y.at(0));
  expect(middleOf(up as Element).y).toBeLessThan(y.at(2));
  expect(x.at(2)).toBeGreaterThan(x.at(0));
  view.destroy();
});

test.each([
  ["c = a2 / 2 for slow repons", SLOW, 0.5],
  ["c = 2 a2 for fast ones", FAST, 2],
] as const)("Where C is 0 is the line %s, with those that meet below it", (_, rates, rise) => {
  const view = stand.mount(hyperbola, orbit(rates), {});
  const border = way(".border");
  // Both formulas of the line agree.
  expect(conserved(rates, 1, rise)).toBeCloseTo(0, 12);
  expectAt(border[0], axes(), [0, 0]);
  expectAt(border[border.length - 1], axes(), rise < 1 ? [2, 2 * rise] : [2 / rise, 2]);
  const inside = [0.15, 0.5, 1, 1.5, 1.9];
  // A tenth of the plane's side from the line no letter or pixel decides.
  const places = inside
    .flatMap((a2) => inside.map((c) => [a2, c] as const))
    .filter(([a2, c]) => Math.abs(c - rise * a2) > 0.2);
  expect(places.length).toBeGreaterThan(15);
  expect(places.map(([a2, c]) => [a2, c, regionAt(a2, c)])).toEqual(
    places.map(([a2, c]) => [a2, c, conserved(rates, a2, c) > 0 ? "meet" : "apart"]),
  );
  for (const kind of ["meet", "apart"]) {
    const [x, y] = axes();
    const word = middleOf(stand.find(`.words .${kind}`));
    expect(Math.sign(conserved(rates, x.value(word.x), y.value(word.y)))).toBe(
      kind === "meet" ? 1 : -1,
    );
  }
  view.destroy();
});

test.each([
  ["never", { etaX: 0, etaA: 1 }, "apart"],
  ["always", { etaX: 1, etaA: 0 }, "meet"],
] as const)("With one of the rates 0 they %s meet", (_, rates, region) => {
  const view = stand.mount(hyperbola, orbit(rates), {});
  for (const a2 of [0.15, 1, 1.9])
    for (const c of [0.15, 1, 1.9]) expect(regionAt(a2, c)).toBe(region);
  view.destroy();
});

test.each([
  ["slow", SLOW],
  ["fast", FAST],
] as const)("On every hyperbola of the plane of %s repons C of Eq. (10) stays", (_, rates) => {
  const view = stand.mount(hyperbola, orbit(rates), {});
  const family = [...stand.root.querySelectorAll<SVGPathElement>(".family path")];
  expect(family.length).toBeGreaterThan(8);
  const [x, y] = axes();
  for (const path of family) {
    const places = wayOf(path);
    const { x: px, y: py } = places[0];
    const value = conserved(rates, x.value(px), y.value(py));
    for (const place of places) expect(distance(rates, value, place, [x, y])).toBeLessThan(LETTERS);
  }
  // That of the orbit goes through its start.
  const promised = way(".promised");
  const value = conserved(rates, 1.6, 0.3);
  for (const place of promised) expect(distance(rates, value, place, [x, y])).toBeLessThan(LETTERS);
  const start = middleOf(stand.find(".dots .start"));
  const near = promised.map((place) => Math.hypot(place.x - start.x, place.y - start.y));
  // Two places of it are at most 1/199 of its length, not 2 px, apart.
  expect(Math.min(...near)).toBeLessThan(2 + INK);
  view.destroy();
});

test("What is drawn of the plane ends where its axes do", () => {
  const view = stand.mount(hyperbola, orbit(SLOW), {});
  const [x, y] = axes();
  const plane = stand.find("svg svg") as SVGSVGElement;
  const corner = onPage(stand.find(".border") as SVGPathElement, { x: 0, y: 0 });
  expectAt(corner, [x, y], [0, 2]);
  const { width, height } = plane;
  const far = onPage(stand.find(".border") as SVGPathElement, {
    x: width.baseVal.value,
    y: height.baseVal.value,
  });
  expectAt(far, [x, y], [2, 0]);
  view.destroy();
});

test("The sandbox's own pair starts at its a2 and c, below the line c = a2 / sqrt 2 of equal rates", () => {
  const view = stand.mount(hyperbola, hyperbolaData(stateOf({}, 0)), {});
  // c = |(0.75, 0.35)|; r0 is 5.02 degrees off the stiff axis: a2^2 = 1.96 cos^2 + 0.81 sin^2 = 1.9512.
  const [a2, c] = [Math.sqrt(1.9512), Math.sqrt(0.685)];
  const [x, y] = axes();
  expectAt(middleOf(stand.find(".dots .start")), [x, y], [a2, c]);
  expectAt(middleOf(stand.find(".dots .now")), [x, y], [a2, c]);
  const border = way(".border");
  const read = border.map((place) => [x.value(place.x), y.value(place.y)]);
  // What letters leave open, in units of which 45 px are one.
  expect(read.map(([, height]) => height)).toBeAllclose(
    read.map(([along]) => along / Math.SQRT2),
    { atol: LETTERS / 45 },
  );
  expect(regionAt(a2, c - 0.1)).toBe("meet");
  expect(regionAt(a2, a2 / Math.SQRT2 + 0.15)).toBe("apart");
  view.destroy();
});
