/**
 * @file What the recordings say together, read back from where it is drawn: even odds and their intervals on
 * a log axis to the right; every network's distances to the right, alike neighbours up within its phase's strip.
 */
import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { evenOdds } from "../../../../src/chapters/phases/view/evenOdds";
import { meetings } from "../../../../src/chapters/phases/view/meetings";
import { axisOf, middleOf, ticksOf, wayOf } from "../../../reading/plane";
import { makeStand, press } from "../../../stand";
import { even, met } from "../figures/recordings";

const stand = makeStand(620, 480);

beforeEach(() => page.viewport(800, 700));

/** Places are written with one decimal; ticks' letters stand around theirs: within 3 % of a value. */
const near = (found: number, value: number) =>
  expect(Math.abs(Math.log(found / value))).toBeLessThan(0.03);

test("Even odds and the ends of their intervals are where the axis has them; a pressed row opens its recording", () => {
  const opened: string[] = [];
  const view = stand.mount(evenOdds, even, { onOpen: (id) => opened.push(id) });
  const axis = axisOf(ticksOf(stand, ".grid text").below, "x", "log");
  const known = even.rows.flatMap((row) => (row.even ? [row.even] : []));
  const dots = [...stand.root.querySelectorAll<SVGCircleElement>(".even")];
  const bars = [...stand.root.querySelectorAll<SVGPathElement>(".interval")];
  expect([dots.length, bars.length]).toEqual([2, 2]);
  known.forEach(({ ratio, low, high }, i) => {
    near(axis.value(middleOf(dots[i]).x), ratio);
    const xs = wayOf(bars[i]).map(({ x }) => x);
    near(axis.value(Math.min(...xs)), low);
    near(axis.value(Math.max(...xs)), high);
  });
  near(axis.value(middleOf(stand.find(".references line")).x), 10);
  expect(middleOf(dots[0]).y).toBeLessThan(middleOf(dots[1]).y);
  expect(stand.texts(".words text").join("|")).toContain("80 (50…300)");
  expect(stand.caption).toMatch(/a factor of 16, and their 95 % intervals do not meet/);
  // The last row has no numbers, and opens all the same.
  const box = stand.root.getBoundingClientRect();
  const at = middleOf(dots[1]);
  stand.point(stand.svg, "click", at.x - box.left, at.y - box.top);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"])
    press(stand.svg, key);
  expect(opened).toEqual(["two", "three"]);
  view.destroy();
});

test("A network's dot is in its phase's strip, as far right as its distances and as high as its neighbours", () => {
  const opened: number[] = [];
  const moved: number[] = [];
  const view = stand.mount(meetings, met, {
    onOpen: ({ row }) => opened.push(row),
    onMove: ({ row }) => moved.push(row),
  });
  const dots = [...stand.root.querySelectorAll<SVGCircleElement>(".marks circle")];
  expect(dots).toHaveLength(met.networks.length);
  const strips = [...stand.root.querySelectorAll<SVGGElement>(".strips > g")];
  const phases = ["generalisation", "grokking", "memorisation"];
  expect(strips).toHaveLength(phases.length);
  const below = [...strips[2].querySelectorAll("text")].filter(
    (text) => text.getAttribute("text-anchor") === "middle",
  );
  const axis = axisOf(below, "x", "log");
  met.networks.forEach(({ phase, within, between, alike }, i) => {
    const spot = middleOf(dots[i]);
    near(axis.value(spot.x), within / between);
    const beside = [...strips[phases.indexOf(phase)].querySelectorAll("text")].filter(
      (text) => text.getAttribute("text-anchor") === "end",
    );
    const [none, , all] = beside.map((text) => middleOf(text).y);
    expect((none - spot.y) / (none - all)).toBeCloseTo(alike, 1);
  });
  for (const line of stand.root.querySelectorAll(".references line"))
    near(axis.value(middleOf(line).x), 1 / 2);
  expect(stand.texts(".words text").join("|")).toContain("met 67 %, neighbours alike 90 %");
  expect(stand.caption).toMatch(/Meeting nearly implies learning, not the reverse/);

  const box = stand.root.getBoundingClientRect();
  const at = middleOf(dots[4]);
  stand.point(stand.svg, "click", at.x - box.left, at.y - box.top);
  expect(opened).toEqual([4]);
  // From the chosen one along its strip, down to the nearest of the next ones, and no further.
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"])
    press(stand.svg, key);
  expect(moved).toEqual([2, 2, 3, 4, 4]);
  expect(opened).toEqual([4, 4]);
  view.update({ ...met, networks: [], why: "This relation has no classes." });
  expect(stand.root.querySelectorAll(".marks circle")).toHaveLength(0);
  expect(stand.caption).toBe("This relation has no classes.");
  view.destroy();
});
