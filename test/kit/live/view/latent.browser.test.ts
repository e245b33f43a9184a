import { expect, test, vi } from "vitest";
import { type LatentData, latent } from "../../../../src/kit/live/view/latent";
import { latentAt, trailSteps } from "../../../gallery/run";
import { frame, makeStand, pixel, press } from "../../../stand";
import { sixty } from "../figures/latent";

const stand = makeStand(500, 500);

const data = latentAt(trailSteps.length - 1);

test("shows a disc and a label for each repon and rings the chosen one", () => {
  const view = stand.mount(latent, data, {});
  expect(stand.root.querySelectorAll(".disc")).toHaveLength(30);
  expect(stand.texts(".repons text")).toEqual(data.labels);
  expect(stand.find(".tag.chosen").textContent).toBe("9");
  expect(stand.find("svg").getAttribute("aria-label")).toContain("step 734: 30 repons");
  expect(stand.texts(".axis-caption")).toEqual(["E1 →", "↑ E2"]);
  view.destroy();
});

test("its labels cover each other nowhere, even where repons lie on one point", () => {
  const positions = Float32Array.from(data.positions, (_, k) => ((k >> 1) % 3) + (k % 2));
  const view = stand.mount(latent, { ...data, positions, trails: null, field: null }, {});
  const boxes = [...stand.root.querySelectorAll(".repons text")].map((node) =>
    node.getBoundingClientRect(),
  );
  const pairs = boxes.flatMap((a, i) => boxes.slice(0, i).map((b) => [a, b] as const));
  // The box of a line of text is about 1.5 times as high as its digits; 3 px of either may overlap.
  const covered = pairs.filter(
    ([a, b]) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6,
  );
  expect(covered).toHaveLength(0);
  view.destroy();
});

test("arrow keys go through the repons and Enter chooses one", () => {
  const onHover = vi.fn();
  const onPin = vi.fn();
  const view = stand.mount(latent, data, { onHover, onPin });
  press(stand.find("svg"), "ArrowRight");
  press(stand.find("svg"), "ArrowRight");
  press(stand.find("svg"), "Enter");
  expect(onHover.mock.calls).toEqual([[0], [1]]);
  expect(onPin.mock.calls).toEqual([[1]]);
  expect(stand.find("output").textContent).toMatch(/^Element 1, class 1, at -?\d/);
  view.destroy();
});

test("pointing at a disc and clicking it names its element", () => {
  const onHover = vi.fn();
  const onPin = vi.fn();
  const view = stand.mount(latent, data, { onHover, onPin });
  const disc = stand.root.querySelectorAll(".disc")[3].getAttribute("transform") ?? "";
  const [px, py] = (disc.match(/-?[\d.]+/g) ?? []).map(Number);
  stand.point(stand.find("svg"), "pointermove", px, py);
  stand.point(stand.find("svg"), "click", px, py);
  stand.point(stand.find("svg"), "pointerleave", px, py);
  expect(onHover.mock.calls).toEqual([[3], [null]]);
  expect(onPin.mock.calls).toEqual([[3]]);
  view.destroy();
});

test("dims the repons that are not pointed at", () => {
  const view = stand.mount(latent, { ...data, hovered: [4] }, {});
  expect(stand.root.querySelectorAll(".disc.lit")).toHaveLength(1);
  expect(stand.root.querySelectorAll(".disc.dim")).toHaveLength(29);
  view.destroy();
});

test("asks for a field where it looks, again after a zoom, and not while nothing moves", async () => {
  const onExtent = vi.fn();
  const view = stand.mount(latent, data, { onExtent });
  view.update({ ...data });
  expect(onExtent).toHaveBeenCalledTimes(1);
  const [{ x0, x1, y0, y1 }] = onExtent.mock.calls[0];
  for (let i = 0; i < 30; i++) {
    expect(data.positions[2 * i]).toBeGreaterThan(x0);
    expect(data.positions[2 * i]).toBeLessThan(x1);
    expect(data.positions[2 * i + 1]).toBeGreaterThan(y0);
    expect(data.positions[2 * i + 1]).toBeLessThan(y1);
  }
  press(stand.find("svg"), "+");
  await frame();
  await frame();
  const zoomed = onExtent.mock.calls[1][0];
  expect(zoomed.x1 - zoomed.x0).toBeLessThan(0.8 * (x1 - x0));
  view.destroy();
});

test("a small move of the repons leaves the view where it is", () => {
  const onExtent = vi.fn();
  const view = stand.mount(latent, data, { onExtent });
  view.update({ ...data, positions: Float32Array.from(data.positions, (v) => v * 1.01) });
  expect(onExtent).toHaveBeenCalledTimes(1);
  view.destroy();
});

test("the field is blue where the probability is 1 and the ground where it is 0", () => {
  const field = {
    cols: 2,
    rows: 1,
    values: Float32Array.of(1, 0),
    bounds: { x0: -10, x1: 10, y0: -10, y1: 10 },
    caption: "P",
  };
  const view = stand.mount(latent, { ...data, trails: null, field }, {});
  const canvas = stand.find("canvas") as HTMLCanvasElement;
  const [yes, no] = [pixel(canvas, 2, 200), pixel(canvas, 497, 200)];
  // Half the sum of red and green against blue: a paper white has none to spare.
  expect(yes[2] - (yes[0] + yes[1]) / 2).toBeGreaterThan(20);
  expect(Math.abs(no[2] - (no[0] + no[1]) / 2)).toBeLessThan(12);
  view.destroy();
});

test("one dimension is drawn against the step, labels in columns at the right", () => {
  const positions = Float32Array.from({ length: 60 }, (_, k) => (k % 2 ? k / 60 : 734));
  const view = stand.mount(
    latent,
    { ...data, x: "step", positions, trails: null, field: null },
    {},
  );
  const places = [...stand.root.querySelectorAll(".disc")].map((node) =>
    Number(node.getAttribute("transform")?.match(/[\d.]+/)?.[0]),
  );
  expect(new Set(places).size).toBe(1);
  for (const node of stand.root.querySelectorAll(".repons text"))
    expect(
      node.getBoundingClientRect().left - stand.root.getBoundingClientRect().left,
    ).toBeGreaterThan(places[0]);
  view.destroy();
});

test("sixty repons with 400 snapshots of trails are updated; the time is reported", async () => {
  const base: LatentData = sixty();
  const steps = Array.from({ length: 400 }, (_, s) => Math.round(1.026 ** s));
  const positions = new Float32Array(400 * 120);
  for (let s = 0; s < 400; s++)
    for (let k = 0; k < 120; k++)
      positions[s * 120 + k] = base.positions[k] * (s / 400) + Math.sin(k + s / (20 + (k % 7)));
  const view = latent(stand.root, {});
  const times: number[] = [];
  for (let s = 100; s < 160; s++) {
    const now = 400 - 160 + s;
    const data = {
      ...base,
      step: steps[now],
      positions: positions.subarray(now * 120, (now + 1) * 120),
      trails: { steps, positions },
    };
    const start = performance.now();
    view.update(data);
    times.push(performance.now() - start);
    await frame();
  }
  times.sort((a, b) => a - b);
  console.info(`latent.update, n = 60, 400 snapshots: median ${times[30].toFixed(1)} ms`);
  expect(stand.root.querySelectorAll(".disc")).toHaveLength(60);
  view.destroy();
});
