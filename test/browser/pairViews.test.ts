import "../../src/views/palette.css";
import { afterEach, beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { pairScatter } from "../../src/views/pairScatter";
import { pairTrack } from "../../src/views/pairTrack";
import { approach, cloud } from "../figures/pairs";

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
  root.style.cssText = "width: 520px; height: 460px";
});
afterEach(() => root.remove());

const labelOf = () => root.querySelector("svg")?.getAttribute("aria-label") ?? "";

test("a track names its pair, its horizon and by what it is off at the end", () => {
  const view = pairTrack(root, {});
  const data = approach(3);
  view.update(data);
  expect(labelOf()).toContain("Elements 6 and 9 from step 3,000 on");
  // exp(2 · 1000 / 700) at the end; twice from 700 ln 2 / 2 = 242.6 on.
  expect(labelOf()).toContain("off by a factor of 17");
  expect(data.horizon).toBe(250);
  expect(root.textContent).toContain("off by 2 at 250");
  view.update(approach(1));
  expect(root.querySelector<SVGGElement>(".horizon")?.style.display).toBe("none");
  view.destroy();
  expect(root.childElementCount).toBe(0);
});

test("a track is read by keys", async () => {
  const view = pairTrack(root, {});
  view.update(approach(1));
  (root.querySelector("svg") as SVGSVGElement).focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(root.querySelector(".view-caption")?.textContent).toContain("after 10 steps");
  view.destroy();
});

test("the dots of a map lie where their numbers say, and what leaves the frame is counted", () => {
  const view = pairScatter(root, {});
  view.update(cloud());
  expect(root.querySelectorAll(".dot")).toHaveLength(57);
  expect(root.querySelectorAll(".beyond")).toHaveLength(3);
  expect(root.textContent).toContain("3 of 60 outside");
  const identity = root.querySelector(".identity") as SVGLineElement;
  const line = (name: "x1" | "x2" | "y1" | "y2") => identity[name].baseVal.value;
  const slope = (line("y2") - line("y1")) / (line("x2") - line("x1"));
  // Noise of 2e-6 beside changes of 1e-5: most dots lie by the identity.
  const near = [...root.querySelectorAll<SVGPathElement>(".dot")].filter((dot) => {
    const { e, f } = dot.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return Math.abs(line("y1") + slope * (e - line("x1")) - f) < 40;
  });
  expect(near.length).toBeGreaterThan(50);
  view.destroy();
});

test("keys go through the pairs and Enter follows one", async () => {
  const picked: string[] = [];
  const view = pairScatter(root, { onPick: (pair) => picked.push(pair.join()) });
  view.update(cloud());
  (root.querySelector("svg") as SVGSVGElement).focus();
  await userEvent.keyboard("{ArrowRight}{Enter}{ArrowRight}{Enter}");
  expect(picked).toHaveLength(2);
  expect(picked[0]).not.toBe(picked[1]);
  view.destroy();
});

test("a map without pairs, or of zeros, is drawn", () => {
  const view = pairScatter(root, {});
  const nothing = new Float64Array(0);
  view.update({ ...cloud(), actual: nothing, predicted: nothing, shown: [], chosen: null });
  expect(root.innerHTML).not.toContain("NaN");
  const zeros = new Float64Array(60);
  view.update({ ...cloud(), actual: zeros, predicted: zeros });
  expect(root.innerHTML).not.toContain("NaN");
  view.destroy();
});

test("a track of one moment, or of a pair that has met, is drawn", () => {
  const view = pairTrack(root, {});
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
  expect(root.innerHTML).not.toContain("NaN");
  view.destroy();
});
