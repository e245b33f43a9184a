import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { pairScatter } from "../../../../src/chapters/pairs/view/pairScatter";
import { pairTrack } from "../../../../src/chapters/pairs/view/pairTrack";
import { makeStand } from "../../../stand";
import { approach, cloud } from "../figures/pairs";

const stand = makeStand(520, 460);

const labelOf = () => stand.root.querySelector("svg")?.getAttribute("aria-label") ?? "";

test("a track names its pair, its horizon and by what it is off at the end", () => {
  const view = pairTrack(stand.root, {});
  const data = approach(3);
  view.update(data);
  expect(labelOf()).toContain("Elements 6 and 9 from step 3,000 on");
  // exp(2 · 1000 / 700) at the end; twice from 700 ln 2 / 2 = 242.6 on.
  expect(labelOf()).toContain("off by a factor of 17");
  expect(data.horizon).toBe(250);
  expect(stand.root.textContent).toContain("off by 2 at 250");
  view.update(approach(1));
  expect(stand.root.querySelector<SVGGElement>(".horizon")?.style.display).toBe("none");
  view.destroy();
  expect(stand.root.childElementCount).toBe(0);
});

test("a track is read by keys", async () => {
  const view = pairTrack(stand.root, {});
  view.update(approach(1));
  stand.svg.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(stand.root.querySelector(".view-caption")?.textContent).toContain("after 10 steps");
  view.destroy();
});

test("the dots of a map lie where their numbers say, and what leaves the frame is counted", () => {
  const view = pairScatter(stand.root, {});
  view.update(cloud());
  expect(stand.root.querySelectorAll(".dot")).toHaveLength(57);
  expect(stand.root.querySelectorAll(".beyond")).toHaveLength(3);
  expect(stand.root.textContent).toContain("3 of 60 outside");
  const identity = stand.root.querySelector(".identity") as SVGLineElement;
  const line = (name: "x1" | "x2" | "y1" | "y2") => identity[name].baseVal.value;
  const slope = (line("y2") - line("y1")) / (line("x2") - line("x1"));
  // Noise of 2e-6 beside changes of 1e-5: most dots lie by the identity.
  const near = [...stand.root.querySelectorAll<SVGPathElement>(".dot")].filter((dot) => {
    const { e, f } = dot.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return Math.abs(line("y1") + slope * (e - line("x1")) - f) < 40;
  });
  expect(near.length).toBeGreaterThan(50);
  view.destroy();
});

test("keys go through the pairs and Enter follows one", async () => {
  const picked: string[] = [];
  const view = pairScatter(stand.root, { onPick: (pair) => picked.push(pair.join()) });
  view.update(cloud());
  stand.svg.focus();
  await userEvent.keyboard("{ArrowRight}{Enter}{ArrowRight}{Enter}");
  expect(picked).toHaveLength(2);
  expect(picked[0]).not.toBe(picked[1]);
  view.destroy();
});

test("a map without pairs, or of zeros, is drawn", () => {
  const view = pairScatter(stand.root, {});
  const nothing = new Float64Array(0);
  view.update({ ...cloud(), actual: nothing, predicted: nothing, shown: [], chosen: null });
  expect(stand.root.innerHTML).not.toContain("NaN");
  const zeros = new Float64Array(60);
  view.update({ ...cloud(), actual: zeros, predicted: zeros });
  expect(stand.root.innerHTML).not.toContain("NaN");
  view.destroy();
});

test("a track of one moment, or of a pair that has met, is drawn", () => {
  const view = pairTrack(stand.root, {});
  const one = Float64Array.of(0);
  const motion = { separation: one, angle: one };
  view.update({
    ...approach(1),
    times: one,
    actual: motion,
    predicted: motion,
    error: one,
    stillError: one,
  });
  expect(stand.root.innerHTML).not.toContain("NaN");
  view.destroy();
});
