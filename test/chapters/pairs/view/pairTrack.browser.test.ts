/**
 * @file A pair over the steps after a moment: steps to the right on a linear axis, separation up from 0,
 * turn up from 0 degrees, the factor of the error up from 1 on a log axis.
 */
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { pairTrack } from "../../../../src/chapters/pairs/view/pairTrack";
import type { PairTrackData } from "../../../../src/chapters/pairs/view/pairTrackLayout";
import {
  type Axis,
  axisOf,
  crossing,
  expectAt,
  LETTERS,
  middleOf,
  ticksOf,
  wayOf,
} from "../../../reading/plane";
import { makeStand } from "../../../stand";

const stand = makeStand(520, 460);

// A pointer reaches what is in the window.
beforeEach(() => page.viewport(800, 700));

const degrees = (...angles: number[]) => angles.map((angle) => (angle * Math.PI) / 180);

const data: PairTrackData = {
  pair: [6, 9],
  step: 3000,
  times: [0, 250, 500, 750, 1000],
  actual: { separation: [0.2, 0.16, 0.13, 0.11, 0.1], angle: degrees(0, 10, 20, 30, 40) },
  predicted: { separation: [0.2, 0.12, 0.07, 0.04, 0.02], angle: degrees(0, 2, 4, 10, 15) },
  theory: "Eq. 7",
  // Made up, and not the ratio of the two above.
  error: [1, 1.5, 1.8, 3, 10],
  stillError: [1, 1.2, 2.5, 4, 5],
  horizon: 750,
};

const all = () => ticksOf(stand, ".tick");
const steps = (): Axis => axisOf(all().below, "x");
const beside = (which: (caption: string) => boolean) =>
  all().beside.filter(({ dataset }) => which(dataset.caption ?? ""));
const separation = () =>
  axisOf(
    beside((caption) => !/[°×]/.test(caption)),
    "y",
  );
const turn = () =>
  axisOf(
    beside((caption) => caption.endsWith("°")),
    "y",
  );
const factor = () =>
  axisOf(
    beside((caption) => caption.startsWith("×")),
    "y",
    "log",
  );

/** The lines of that kind from the upper strip to the lowest. */
const ways = (kind: string) =>
  [...stand.root.querySelectorAll<SVGPathElement>(`.lines .${kind}`)].map((path) =>
    wayOf(path, 1000),
  );

function expectLine(
  way: readonly { x: number; y: number }[],
  axes: readonly [Axis, Axis],
  values: ArrayLike<number>,
) {
  Array.from(values).forEach((value, i) => {
    const time = data.times[i];
    expectAt(crossing(way, "x", axes[0].at(time)), axes, [time, value]);
  });
}

test("The separation that was and the predicted one stand over their steps, larger ones higher", () => {
  const view = stand.mount(pairTrack, data, {});
  const axes = [steps(), separation()] as const;
  expectLine(ways("network")[0], axes, data.actual.separation);
  expectLine(ways("theory")[0], axes, data.predicted.separation);
  view.destroy();
});

test("Turns stand over their steps in degrees, from 0 at the foot of their strip", () => {
  const view = stand.mount(pairTrack, data, {});
  const axes = [steps(), turn()] as const;
  // The strip is as high as can be read: a degree is a pixel at least.
  expect(axes[1].at(0) - axes[1].at(40)).toBeGreaterThan(40);
  expectLine(ways("network")[1], axes, [0, 10, 20, 30, 40]);
  expectLine(ways("theory")[1], axes, [0, 2, 4, 10, 15]);
  view.destroy();
});

test("The factor of the error grows upwards on a log axis: of the prediction, of no motion, and of two", () => {
  const view = stand.mount(pairTrack, data, {});
  const axes = [steps(), factor()] as const;
  expectLine(ways("theory")[2], axes, data.error);
  expectLine(ways("still")[0], axes, data.stillError);
  expectLine(ways("limit")[0], axes, [2, 2, 2, 2, 2]);
  view.destroy();
});

test("Separation is above turn, turn above error, each under its title", () => {
  const view = stand.mount(pairTrack, data, {});
  const titles = [...stand.root.querySelectorAll<SVGTextElement>(".title")];
  expect(titles.map(({ textContent }) => textContent)).toEqual([
    "half the distance of 6 and 9, |r|",
    "turned by",
    "the prediction is off by a factor of",
  ]);
  const heights = titles.map((title) => middleOf(title).y);
  const strips = [separation(), turn(), factor()];
  // From the foot of one strip to the head of the next there is its title.
  const feet = [strips[0].at(0), strips[1].at(0), strips[2].at(1)];
  const heads = [strips[0].at(0.2), strips[1].at(45), strips[2].at(16)];
  for (const i of [0, 1, 2]) {
    expect(heights[i]).toBeLessThan(heads[i]);
    if (i > 0) expect(heights[i]).toBeGreaterThan(feet[i - 1]);
  }
  view.destroy();
});

test("The names of lines stand at their ends, in their order", () => {
  const view = stand.mount(pairTrack, data, {});
  const [x, y, off] = [steps(), separation(), factor()];
  const names = [...stand.root.querySelectorAll(".words text")];
  expect(names.map(({ textContent }) => textContent)).toEqual([
    "network",
    "Eq. 7",
    "no motion",
    "Eq. 7",
  ]);
  [y.at(0.1), y.at(0.02), off.at(5), off.at(10)].forEach((height, i) => {
    expect(names[i].getBoundingClientRect().left).toBeGreaterThan(x.at(1000));
    // Names 15 px high that would touch move apart by half of that at most.
    expect(Math.abs(middleOf(names[i]).y - height)).toBeLessThan(8);
  });
  view.destroy();
});

test("The horizon stands at its step, through all strips", () => {
  const view = stand.mount(pairTrack, data, {});
  const [x, y, off] = [steps(), separation(), factor()];
  const { left, right, top, bottom } = stand.find(".horizon line").getBoundingClientRect();
  expect([left, right]).toBeAllclose([x.at(750), x.at(750)], { atol: LETTERS });
  expect(top).toBeLessThan(y.at(0.2));
  expect([bottom]).toBeAllclose([off.at(1)], { atol: LETTERS });
  expect(stand.find(".horizon text").textContent).toBe("off by 2 at 750");
  view.destroy();
});

test("The step under the pointer is read, and keys go on in time", async () => {
  const view = stand.mount(pairTrack, data, {});
  const x = steps();
  const box = stand.svg.getBoundingClientRect();
  await userEvent.hover(stand.svg, { position: { x: x.at(260) - box.left, y: 100 } });
  const cursor = () => middleOf(stand.find("line.cursor")).x;
  expect(stand.caption).toBe(
    "after 250 steps: network 0.160 at 10°, Eq. 7 0.120 at 2°; off by × 1.50",
  );
  expect([cursor()]).toBeAllclose([x.at(250)], { atol: LETTERS });
  stand.svg.focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(stand.caption).toContain("after 500 steps");
  expect([cursor()]).toBeAllclose([x.at(500)], { atol: LETTERS });
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(stand.caption).toContain("after 0 steps");
  view.destroy();
});

test("A prediction that runs away leaves the frame and does not flatten what happened", () => {
  const view = stand.mount(pairTrack, data, {});
  const away = { ...data.predicted, separation: [0.2, 0.4, 2, 20, Number.POSITIVE_INFINITY] };
  view.update({ ...data, predicted: away });
  const [x, y] = [steps(), separation()];
  expectLine(ways("network")[0], [x, y], data.actual.separation);
  expectLine(ways("theory")[0].slice(0, 900), [x, y], [0.2, 0.4]);
  // The frame ends at 2.2 times what happened and 6 % more.
  const [theory] = stand.root.querySelectorAll(".lines .theory");
  const drawn = (value: number) =>
    document
      .elementsFromPoint(x.at(250 + (250 * (value - 0.4)) / 1.6), y.at(value))
      .includes(theory);
  // Its dashes leave gaps of 4 px; 0.01 is 3 px of height.
  expect([0.4, 0.41, 0.42, 0.43, 0.44, 0.45].some(drawn)).toBe(true);
  expect([0.5, 0.51, 0.52, 0.53, 0.54, 0.55, 0.7, 1, 1.5].some(drawn)).toBe(false);
  view.destroy();
});
