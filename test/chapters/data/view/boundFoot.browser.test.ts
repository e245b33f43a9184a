/**
 * @file The fraction that is looked at in Figure 2 is where the pointer is, no data: it moves the foot
 * under the axis and nothing else.
 */
import { expect, test } from "vitest";
import { boundChart } from "../../../../src/chapters/data/view/boundChart";
import { middleOf } from "../../../reading/axes";
import { makeStand } from "../../../stand";
import { bounded } from "../figures/bound";

const stand = makeStand(520, 440);

const quiet = { onDraw: () => {}, onReveal: () => {}, onPoint: () => {} };

/** The classes of what an update touches in the picture. */
function touched(update: () => void): Set<string> {
  const watch = new MutationObserver(() => {});
  watch.observe(stand.root, { subtree: true, attributes: true, childList: true });
  update();
  const records = watch.takeRecords();
  watch.disconnect();
  return new Set(records.map(({ target }) => (target as Element).getAttribute("class") ?? ""));
}

test("Where the reader looks moves the foot to that fraction, and no line is drawn anew", () => {
  const view = stand.mount(boundChart, { ...bounded, at: 0.04 }, quiet);
  const foot = () => middleOf(stand.find(".foot")).x;
  const before = foot();
  expect(touched(() => view.update({ ...bounded, at: 0.36 }))).toEqual(new Set(["foot"]));
  // On the axis 0.36 is at 0.6 of its length, 0.04 at 0.2.
  const axis = stand.find(".grid path").getBoundingClientRect();
  expect(foot() - before).toBeCloseTo(0.4 * axis.width, 0);
  view.destroy();
});

test("Other lines are drawn, whether the reader looks elsewhere or not", () => {
  const view = stand.mount(boundChart, bounded, quiet);
  expect(touched(() => view.update({ ...bounded, lines: [] }))).toContain("lines");
  expect(stand.root.querySelectorAll(".lines path")).toHaveLength(0);
  view.destroy();
});
