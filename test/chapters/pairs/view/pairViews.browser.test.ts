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
  // 0.2 exp(-10 / 700), turned by 10 / 3000 radians; the prediction is the same and does not turn.
  expect(stand.caption).toBe(
    "after 10 steps: network 0.197 at 0°, Eq. 7 0.197 at 0°; off by × 1.00",
  );
  view.destroy();
});

test("the dots of a map lie where their numbers say, and what leaves the frame is counted", () => {
  const view = pairScatter(stand.root, {});
  view.update(cloud());
  expect(stand.root.querySelectorAll(".dot")).toHaveLength(57);
  expect(stand.root.querySelectorAll(".beyond")).toHaveLength(3);
  expect(stand.root.textContent).toContain("3 of 60 outside");
  const identity = stand.find(".identity") as SVGLineElement;
  const line = (name: "x1" | "x2" | "y1" | "y2") => identity[name].baseVal.value;
  const middle = { x: (line("x1") + line("x2")) / 2, y: (line("y1") + line("y2")) / 2 };
  // It rises by as much as it goes to the right, in units of either axis.
  const aspect = (line("y1") - line("y2")) / (line("x2") - line("x1"));
  expect(aspect).toBeGreaterThan(0);
  const { actual, predicted } = cloud();
  // The first three are beyond the frame.
  const places = [...stand.root.querySelectorAll<SVGPathElement>(".dot")].map((dot, i) => {
    const { e, f } = dot.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return { did: actual[i + 3], says: predicted[i + 3], right: e - middle.x, up: middle.y - f };
  });
  // One dot tells how many pixels a change has; all others must agree, in both directions.
  const widest = places.reduce((a, b) => (Math.abs(b.did) > Math.abs(a.did) ? b : a));
  const unit = widest.right / widest.did;
  expect(unit * Math.abs(widest.did)).toBeGreaterThan(50);
  // A tenth of a pixel is written.
  expect(places.map(({ right }) => right)).toBeAllclose(
    places.map(({ did }) => unit * did),
    { atol: 0.1 },
  );
  expect(places.map(({ up }) => up)).toBeAllclose(
    places.map(({ says }) => unit * aspect * says),
    { atol: 0.1 },
  );
  view.destroy();
});

test("keys go through the pairs, the most negative change first, and Enter follows one", async () => {
  const picked: string[] = [];
  const view = pairScatter(stand.root, { onPick: (pair) => picked.push(pair.join()) });
  view.update(cloud());
  stand.svg.focus();
  await userEvent.keyboard("{ArrowRight}{Enter}{ArrowRight}{Enter}");
  const { actual, pairs } = cloud();
  const order = Array.from(actual, (_, i) => i).sort((i, j) => actual[i] - actual[j]);
  expect(picked).toEqual(order.slice(0, 2).map((i) => `${pairs[2 * i]},${pairs[2 * i + 1]}`));
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
