/**
 * @file Pointing at seeds: what is read is the dot under the pointer, rings are drawn around it, and
 * keys go from dot to dot in the order in which they stand.
 */
import { select } from "d3";
import { expect, test } from "vitest";
import type { Layer } from "../../../../src/kit/draw/chart";
import { makeStage } from "../../../../src/kit/draw/stage";
import {
  drawSeedCurves,
  type SeedCurve,
  type SeedPlace,
} from "../../../../src/kit/study/view/seedCurves";
import { makeSeedPointer } from "../../../../src/kit/study/view/seedPointer";
import { type At, expectPlaces, middleOf, pointAt } from "../../../reading/axes";
import { makeStand, press } from "../../../stand";

const stand = makeStand(400, 300);

/** Three seeds at each of three places; replicas are counted along the places, then the seeds. */
const curve = (name: string, height: number, first: number): SeedCurve => ({
  name,
  colour: "black",
  spreads: [],
  dots: [0, 1, 2].flatMap((x) =>
    [0, 1, 2].map((rank) => ({
      x,
      rank,
      of: 3,
      value: height + 0.1 * x + 0.03 * rank,
      replica: first + 3 * x + rank,
      finished: true,
    })),
  ),
});

const LOW = curve("low", 0.1, 0);
const HIGH = curve("high", 0.6, 20);

/** A picture of nothing but seeds; `picked` is what was chosen on it. */
function point(curves: readonly SeedCurve[], walked = curves) {
  const picked: number[] = [];
  const stage = makeStage(stand.root, "seeds", () => {});
  const svg = select(stage.plot).append("svg");
  const layer = (): Layer => svg.append("g");
  const [seeds, rings] = [layer(), layer()];
  const { width, height } = stage;
  const place: SeedPlace = {
    toX: (x) => 0.2 * width + 0.3 * width * x,
    toY: (value) => height * (1 - value),
    apart: 12,
    radius: 3,
  };
  drawSeedCurves(seeds, curves, place, null);
  const pointer = makeSeedPointer({
    node: svg.node() as SVGSVGElement,
    stage,
    rings,
    curves: () => curves,
    walked: () => walked,
    place: () => place,
    describe: (replica) => `Network ${replica}.`,
    hint: "Point.",
    onPick: (replica) => picked.push(replica),
  });
  pointer.refresh();
  const circles = [...stand.root.querySelectorAll(".seed-curve circle")];
  const dots = curves.flatMap((each) => each.dots);
  expect(circles).toHaveLength(dots.length);
  /** Places of a replica's dots. */
  const placesOf = (replica: number) =>
    circles.filter((_, i) => dots[i].replica === replica).map(middleOf);
  return { picked, placesOf, destroy: stage.destroy };
}

const flat = (places: readonly At[]) => places.flatMap(({ x, y }) => [x, y]);
const rings = () => [...stand.root.querySelectorAll(".seed-ring")].map(middleOf);
/** The replica that is read, and its ring's place. */
const here = (): { replica: number; at: At } => {
  expect(rings()).toHaveLength(1);
  return { replica: Number(/\d+/.exec(stand.caption ?? "")?.[0]), at: rings()[0] };
};

test("Pointing at any dot reads, rings and picks that very run", () => {
  const { picked, placesOf, destroy } = point([LOW, HIGH]);
  expect(stand.caption).toBe("Point.");
  for (const { replica } of [...LOW.dots, ...HIGH.dots]) {
    const [at] = placesOf(replica);
    pointAt(stand, stand.svg, "pointermove", at);
    expect(stand.caption).toBe(`Network ${replica}.`);
    expectPlaces(flat(rings()), flat([at]));
    pointAt(stand, stand.svg, "click", at);
    expect(picked.at(-1)).toBe(replica);
  }
  expect(picked).toHaveLength(18);
  destroy();
});

test("A run that has dots on two curves has a ring on both", () => {
  const { placesOf, destroy } = point([LOW, curve("same runs", 0.5, 0)]);
  const places = placesOf(4);
  expect(places).toHaveLength(2);
  pointAt(stand, stand.svg, "pointermove", places[1]);
  expectPlaces(flat(rings()), flat(places));
  destroy();
});

test("Beside all dots nothing is read or picked", () => {
  const { picked, placesOf, destroy } = point([LOW, HIGH]);
  const [at] = placesOf(4);
  pointAt(stand, stand.svg, "pointermove", at);
  const beside = { x: at.x, y: at.y - 60 };
  pointAt(stand, stand.svg, "pointermove", beside);
  expect([stand.caption, rings()]).toEqual(["Point.", []]);
  pointAt(stand, stand.svg, "click", beside);
  expect(picked).toEqual([]);
  destroy();
});

test("Right and Left go to the next place of the same seed, and stop at the ends", () => {
  const { destroy } = point([LOW, HIGH]);
  press(stand.svg, "ArrowRight");
  const steps = [here()];
  for (let i = 0; i < 3; i++) {
    press(stand.svg, "ArrowRight");
    steps.push(here());
  }
  expect(steps.map(({ replica }) => replica)).toEqual([0, 3, 6, 6]);
  expect(steps[1].at.x).toBeGreaterThan(steps[0].at.x + 12);
  expect(steps[2].at.x).toBeGreaterThan(steps[1].at.x + 12);
  press(stand.svg, "ArrowLeft");
  expect(here().replica).toBe(3);
  expectPlaces(flat([here().at]), flat([steps[1].at]));
  destroy();
});

test("Up and Down go through the seeds of one place, and on to the next curve there", () => {
  const { picked, destroy } = point([LOW, HIGH]);
  press(stand.svg, "ArrowRight");
  press(stand.svg, "ArrowRight");
  const steps = [here()];
  for (let i = 0; i < 6; i++) {
    press(stand.svg, "ArrowUp");
    steps.push(here());
  }
  expect(steps.map(({ replica }) => replica)).toEqual([3, 4, 5, 23, 24, 25, 25]);
  // Each of them is higher than the one before: seeds are in the order of their values here.
  steps.slice(1, 6).forEach(({ at }, i) => {
    expect(at.y).toBeLessThan(steps[i].at.y);
  });
  press(stand.svg, "ArrowDown");
  press(stand.svg, "Enter");
  expect(picked).toEqual([24]);
  destroy();
});

test("Keys go through the curves that are walked alone", () => {
  const { destroy } = point([LOW, HIGH], [HIGH]);
  for (const [key, replica] of [
    ["ArrowRight", 20],
    ["ArrowUp", 21],
    ["ArrowDown", 20],
    ["ArrowDown", 20],
    ["ArrowRight", 23],
  ] as const) {
    press(stand.svg, key);
    expect(here().replica).toBe(replica);
  }
  press(stand.svg, "Escape");
  expect(rings()).toEqual([]);
  destroy();
});
