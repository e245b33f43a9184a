/**
 * @file The curve that a reader draws over Figure 2: a handle stands where its numbers say, and gives
 * the number of the height to which it is moved.
 */
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { boundChart } from "../../../../src/chapters/data/view/boundChart";
import {
  axisOf,
  endsOf,
  expectPlaces,
  heightAt,
  middleOf,
  pointAt,
  ticksOf,
} from "../../../reading/axes";
import { makeStand, press } from "../../../stand";
import { drawn } from "../figures/bound";

const stand = makeStand(520, 440);

const handles = [0.04, 0.25, 0.64];

/** A chart that keeps what is drawn on it, with all that it was told. */
function draw(values = [0.3, 0.5, 0.9]) {
  const told: [number, number][] = [];
  const show = () =>
    view.update({
      ...drawn,
      lines: [{ kind: "guess", label: "", fractions: handles, values }],
      drawing: { handles, values },
    });
  const view = boundChart(stand.root, {
    onDraw(handle, value) {
      told.push([handle, value]);
      values = values.map((old, i) => (i === handle ? value : old));
      show();
    },
    onReveal: () => {},
    onPoint: () => {},
  });
  show();
  const ticks = ticksOf(stand);
  const [x, y] = [axisOf(ticks.x, "root", 1), axisOf(ticks.y, "linear", -1)];
  const circles = () => [...stand.root.querySelectorAll(".handles circle")].map(middleOf);
  return { view, told, x, y, circles };
}

test("Every handle stands at its fraction and its share, and the line goes through all of them", () => {
  const { view, x, y, circles } = draw();
  expectPlaces(
    circles().map((at) => at.x),
    handles.map(x),
  );
  expectPlaces(
    circles().map((at) => at.y),
    [0.3, 0.5, 0.9].map(y),
  );
  const line = stand.find(".lines path");
  const [from, to] = endsOf(line);
  expectPlaces([from.y, heightAt(line, x(0.25)), to.y], [y(0.3), y(0.5), y(0.9)]);
  view.destroy();
});

test("A handle dragged up gives a greater share, that of the height it is let go at, and stays under the pointer", async () => {
  const { view, told, x, y, circles } = draw();
  const box = stand.svg.getBoundingClientRect();
  const drag = (to: number) =>
    userEvent.dragAndDrop(stand.svg, stand.svg, {
      sourcePosition: { x: circles()[1].x - box.left, y: circles()[1].y - box.top },
      targetPosition: { x: x(0.25) - box.left, y: to - box.top },
    });
  const start = circles()[1].y;
  for (const share of [0.85, 0.2]) {
    await drag(y(share));
    expect(told.at(-1)).toEqual([1, share]);
    expectPlaces([circles()[1].x, circles()[1].y], [x(0.25), y(share)]);
    expect(circles()[1].y < start).toBe(share > 0.5);
  }
  // Below the axis there is nothing.
  await drag(y(0) + 15);
  expect(told.at(-1)).toEqual([1, 0]);
  view.destroy();
});

test("The pointer takes the handle that is nearest along the axis", () => {
  const { view, told, x, y } = draw();
  // 0.44 is nearer to 0.25 than to 0.64 as a number, but not where it stands.
  for (const [fraction, handle] of [
    [0.06, 0],
    [0.3, 1],
    [0.44, 2],
    [0.9, 2],
  ]) {
    pointAt(stand, stand.svg, "pointerdown", { x: x(fraction), y: y(0.6) });
    expect(told.at(-1)).toEqual([handle, 0.6]);
  }
  view.destroy();
});

test("Up raises a handle by a hundredth, Down lowers it, Right takes the next one to the right", () => {
  const { view, told, y, circles } = draw();
  const chosen = () => middleOf(stand.find(".handles .chosen"));
  const first = chosen();
  expectPlaces([first.x, first.y], [circles()[0].x, y(0.3)]);
  press(stand.svg, "ArrowUp");
  expectPlaces([chosen().y], [y(0.31)]);
  expect(chosen().y).toBeLessThan(first.y);
  press(stand.svg, "PageUp");
  expectPlaces([chosen().y], [y(0.41)]);
  press(stand.svg, "PageDown");
  press(stand.svg, "PageDown");
  expectPlaces([chosen().y], [y(0.21)]);
  press(stand.svg, "ArrowRight");
  expect(chosen().x).toBeGreaterThan(first.x);
  press(stand.svg, "ArrowDown");
  expectPlaces([chosen().x, chosen().y], [circles()[1].x, y(0.49)]);
  press(stand.svg, "ArrowLeft");
  expectPlaces([chosen().x], [first.x]);
  // Each share is a sum of hundredths.
  expect(told.map(([, value]) => value)).toBeAllclose([0.31, 0.41, 0.31, 0.21, 0.49], {
    atol: 1e-12,
  });
  view.destroy();
});
