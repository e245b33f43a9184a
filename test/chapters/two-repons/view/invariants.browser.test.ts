/**
 * @file What stays over the time of the flow: time to the right, stretched as the samples are; C and
 * the eigenvalues up from a common zero; the turn of r up from 0 degrees.
 */
import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { invariantsData } from "../../../../src/chapters/two-repons/model/pictures";
import {
  type InvariantsData,
  invariants,
} from "../../../../src/chapters/two-repons/view/invariants";
import {
  type Axis,
  axisOf,
  crossing,
  expectAt,
  INK,
  LETTERS,
  middleOf,
  numberOf,
  ticksOf,
  wayOf,
} from "../../../reading/plane";
import { frame, makeStand } from "../../../stand";
import { stateOf } from "../figures/twoRepons";

const stand = makeStand(380, 230);

const DEGREE = Math.PI / 180;

/** Five samples, ten times as late each; C stays, one eigenvalue rises through 0, the other falls. */
const data: InvariantsData = {
  times: Float64Array.of(0, 1, 10, 100, 1000),
  curves: [
    { label: "λ_1", kind: "exact", values: Float64Array.of(-0.4, -0.2, 0, 0.1, 0.3) },
    { label: "λ_2", kind: "exact", values: Float64Array.of(1, 0.9, 0.85, 0.8, 0.8) },
    { label: "C", kind: "scalar", values: Float64Array.of(0.6, 0.6, 0.6, 0.6, 0.6) },
  ],
  unit: "shares of something",
  angle: Float64Array.of(0, 10, 20, 40, 80).map((angle) => angle * DEGREE),
  now: 3,
  summary: "what stays",
};

async function show(shown: InvariantsData, onScrub?: (share: number) => void) {
  const view = stand.mount(invariants, shown, onScrub ? { onScrub } : {});
  // The first frame tells the size once the caption is gone, the second draws.
  for (let i = 0; i < 3; i++) await frame();
  return view;
}

/** The axis of samples, by the ticks of their times; fails unless later ones stand further right. */
function samples(times: readonly number[]): Axis {
  const { below } = ticksOf(stand, ".grid text");
  const at = times.map((time) => {
    const tick = below.find(({ dataset }) => numberOf(dataset.caption ?? "") === time);
    return middleOf(tick as SVGTextElement).x;
  });
  const pitch = (at[at.length - 1] - at[0]) / (at.length - 1);
  expect(pitch).toBeGreaterThan(0);
  expect(at).toBeAllclose(
    at.map((_, i) => at[0] + pitch * i),
    { atol: LETTERS },
  );
  return { at: (i) => at[0] + pitch * i, value: (px) => (px - at[0]) / pitch };
}

/** Degrees, by the ticks of the lower chart. */
const degrees = (): Axis =>
  axisOf(
    ticksOf(stand, ".grid text").beside.filter(({ dataset }) => dataset.caption?.endsWith("°")),
    "y",
  );

const lines = () =>
  [...stand.root.querySelectorAll<SVGPathElement>(".lines path")].map((path) => wayOf(path, 1000));

/** Shares: 0 by its tick, 0.6 by the level line of C. */
function shares(): Axis {
  const tick = ticksOf(stand, ".grid text").beside.find(({ dataset }) => dataset.caption === "0");
  const zero = middleOf(tick as SVGTextElement).y;
  const [, , level] = lines();
  expect(level.map(({ y }) => y)).toBeAllclose(Array(1000).fill(level[0].y), { atol: INK });
  const unit = (zero - level[0].y) / 0.6;
  expect(unit).toBeGreaterThan(50);
  return { at: (value) => zero - unit * value, value: (px) => (zero - px) / unit };
}

test("C and the eigenvalues stand over their times, larger values higher on a linear scale", async () => {
  const view = await show(data);
  const axes = [samples([0, 1, 10, 100, 1000]), shares()] as const;
  const ways = lines();
  expect(ways).toHaveLength(3);
  data.curves.forEach(({ values }, j) => {
    for (const [i, value] of values.entries())
      expectAt(crossing(ways[j], "x", axes[0].at(i)), axes, [i, value]);
  });
  const zero = stand.find("path.zero").getBoundingClientRect();
  expectAt({ x: zero.left, y: zero.top }, axes, [0, 0]);
  expectAt({ x: zero.right, y: zero.bottom }, axes, [4, 0]);
  view.destroy();
});

test("The turn of r grows upwards from 0 degrees, to 90 or to 180", async () => {
  const view = await show(data);
  for (const [angle, most] of [
    [data.angle, 90],
    [data.angle.map((each) => 2 * each), 180],
  ] as const) {
    view.update({ ...data, angle });
    const axes = [samples([0, 1, 10, 100, 1000]), degrees()] as const;
    const texts = ticksOf(stand, ".grid text").beside.map(({ dataset }) => dataset.caption);
    expect(texts).toContain(`${most}°`);
    const way = wayOf(stand.find("path.turn") as SVGPathElement, 1000);
    for (const [i, each] of angle.entries())
      expectAt(crossing(way, "x", axes[0].at(i)), axes, [i, each / DEGREE]);
  }
  view.destroy();
});

test("The cursor is at the shown sample, a dot on each curve there, names at their ends", async () => {
  const view = await show(data);
  const [x, y, turn] = [samples([0, 1, 10, 100, 1000]), shares(), degrees()];
  const dots = [...stand.root.querySelectorAll(".dots circle")].map(middleOf);
  expect(dots).toHaveLength(4);
  [0.1, 0.8, 0.6].forEach((value, i) => {
    expectAt(dots[i], [x, y], [3, value]);
  });
  expectAt(dots[3], [x, turn], [3, 40]);
  const cursor = stand.find("path.cursor").getBoundingClientRect();
  expect([cursor.left, cursor.right]).toBeAllclose([x.at(3), x.at(3)], { atol: LETTERS });
  for (const [text, value] of [
    ["λ_1", 0.3],
    ["λ_2", 0.8],
    ["C", 0.6],
  ] as const) {
    const word = [...stand.root.querySelectorAll<SVGTextElement>(".words text")].find(
      ({ dataset }) => dataset.caption === text,
    ) as SVGTextElement;
    const { left } = word.getBoundingClientRect();
    expect(left).toBeGreaterThan(x.at(4));
    // A lowered index makes the word taller below.
    expect([middleOf(word).y]).toBeAllclose([y.at(value)], { atol: 2 * LETTERS });
  }
  view.destroy();
});

let told: number[];
beforeEach(() => {
  told = [];
});

test("A press shows the time under it: a quarter of the axis, all of it, and not beyond", async () => {
  const view = await show(data, (share) => told.push(share));
  const x = samples([0, 1, 10, 100, 1000]);
  const box = stand.svg.getBoundingClientRect();
  for (const px of [x.at(1), x.at(3), box.right - 1, box.left + 1])
    await userEvent.click(stand.svg, { position: { x: px - box.left, y: 60 } });
  // Letters are read within 3 of 310 px.
  expect(told).toBeAllclose([0.25, 0.75, 1, 0], { atol: 0.01 });
  view.destroy();
});

test("In a run of the sandbox C of Eq. (10) begins where it says, and M stays", async () => {
  const shown = invariantsData(stateOf({}));
  const view = await show(shown);
  // |r0|^2 = 0.75^2 + 0.35^2 = 0.685, s1 = 1.4, s2 = 0.9, rates alike: in units of s1^2 / 2 + |r0|^2,
  // C is (a2^2 / 2 - |r0|^2) / unit, with r0 at arctan(0.35 / 0.75) = 25.02 degrees, 5.02 off the
  // stiff axis: a2^2 = 1.96 cos^2 + 0.81 sin^2 = 1.9512.
  const unit = 1.96 / 2 + 0.685;
  const first = (1.9512 / 2 - 0.685) / unit;
  // M = diag(0.98, 0.405) - r0 r0^T along the axes: r0 = (0.8245, 0.0724).
  const [a, b, c] = [0.98 - 0.6798, -0.0597, 0.405 - 0.0052];
  const root = Math.hypot((a - c) / 2, b);
  const [low, high] = [(a + c) / 2 - root, (a + c) / 2 + root].map((each) => each / unit);
  const ways = lines();
  expect(ways).toHaveLength(3);
  const starts = ways.map(([{ y }]) => y);
  const tick = ticksOf(stand, ".grid text").beside.find(({ dataset }) => dataset.caption === "0");
  const zero = middleOf(tick as SVGTextElement).y;
  // Heights over the zero are as the numbers are; what letters leave open is 3 px.
  const scale = (zero - starts[1]) / high;
  expect(scale).toBeGreaterThan(0);
  expect([zero - starts[0], zero - starts[2]]).toBeAllclose([scale * low, scale * first], {
    atol: LETTERS,
  });
  for (const way of ways.slice(0, 2)) {
    // The integrator keeps M far within the tenth of a pixel that is drawn.
    expect(way.map(({ y }) => y)).toBeAllclose(Array(1000).fill(way[0].y), { atol: INK });
  }
  view.destroy();
});

test.each([262, 300, 380])("in %i px the unit is written in full", async (width) => {
  stand.root.style.width = `${width}px`;
  const unit = "C and eigenvalues of M, in units of 1670";
  const view = await show({ ...data, unit });
  const text = [...stand.root.querySelectorAll("text")].find((node) => node.textContent === unit);
  const [box, all] = [text?.getBoundingClientRect(), stand.svg.getBoundingClientRect()];
  expect(box?.right).toBeLessThanOrEqual(all.right + 1);
  expect(box?.left).toBeGreaterThanOrEqual(all.left - 1);
  view.destroy();
});
