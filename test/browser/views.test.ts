/**
 * @file The pictures in a browser: they draw, say what they show, report what the reader does, and
 * leave nothing behind.
 */
import { describe, expect, test, vi } from "vitest";
import { curves } from "../../src/views/curves";
import { type LatentData, latent } from "../../src/views/latent";
import { matrix } from "../../src/views/matrix";
import { networkMap } from "../../src/views/networkMap";
import { currentPalette, onPaletteChange } from "../../src/views/palette";
import type { Mounted, View } from "../../src/views/view";
import { boundFigures } from "../figures/bound";
import { accuracy, curvesFigures, memorised } from "../figures/curves";
import { depthFigures } from "../figures/depth";
import type { Figure } from "../figures/figure";
import { latentFigures, sixty } from "../figures/latent";
import { matrixFigures, run } from "../figures/matrix";
import { CHAPTERS, networkMapFigures } from "../figures/networkMap";
import { networksFigures } from "../figures/networks";
import { latentAt, trailSteps } from "../figures/run";
import { makeStand } from "./stand";

const stand = makeStand(500, 500);

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

function mount<Data, Events>(view: View<Data, Events>, data: Data, events: Events): Mounted<Data> {
  const mounted = view(stand.root, events);
  mounted.update(data);
  return mounted;
}

const find = (selector: string): Element => {
  const found = stand.root.querySelector(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};

const press = (node: Element, key: string) =>
  node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

const pointer = (node: Element, kind: string, px: number, py: number) => {
  const box = stand.root.getBoundingClientRect();
  const at = { clientX: box.left + px, clientY: box.top + py, bubbles: true, pointerId: 1 };
  const Kind = kind === "click" ? MouseEvent : PointerEvent;
  node.dispatchEvent(new Kind(kind, at));
};

/** Colour of a canvas at (px, py), CSS pixels. */
function pixel(canvas: HTMLCanvasElement, px: number, py: number): readonly number[] {
  const ratio = window.devicePixelRatio;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  return Array.from(context.getImageData(px * ratio, py * ratio, 1, 1).data);
}

const FIGURES: Readonly<Record<string, Figure>> = {
  ...latentFigures,
  ...matrixFigures,
  ...curvesFigures,
  ...networkMapFigures,
  ...boundFigures,
  ...depthFigures,
  ...networksFigures,
};

describe("every picture of the gallery", () => {
  test.for(Object.entries(FIGURES))(
    "%s has a name and leaves nothing behind",
    async ([, figure]) => {
      const [width, height] = figure.size;
      stand.root.style.cssText = `width: ${width}px; height: ${height}px`;
      const remove = figure.draw(stand.root);
      await frame();
      await frame();
      expect(find("[aria-label]").getAttribute("aria-label")).toMatch(/\w{4}/);
      expect(stand.root.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
      remove();
      await frame();
      expect(stand.root.childElementCount).toBe(0);
    },
  );
});

describe("latent space", () => {
  const data = latentAt(trailSteps.length - 1);

  test("shows a disc and a label for each repon and rings the chosen one", () => {
    const view = mount(latent, data, {});
    expect(stand.root.querySelectorAll(".disc")).toHaveLength(30);
    expect(stand.texts(".repons text")).toEqual(data.labels);
    expect(find(".tag.chosen").textContent).toBe("9");
    expect(find("svg").getAttribute("aria-label")).toContain("step 734: 30 repons");
    expect(stand.texts(".axis-caption")).toEqual(["E1 →", "↑ E2"]);
    view.destroy();
  });

  test("its labels cover each other nowhere, even where repons lie on one point", () => {
    const positions = Float32Array.from(data.positions, (_, k) => ((k >> 1) % 3) + (k % 2));
    const view = mount(latent, { ...data, positions, trails: null, field: null }, {});
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
    const view = mount(latent, data, { onHover, onPin });
    press(find("svg"), "ArrowRight");
    press(find("svg"), "ArrowRight");
    press(find("svg"), "Enter");
    expect(onHover.mock.calls).toEqual([[0], [1]]);
    expect(onPin.mock.calls).toEqual([[1]]);
    expect(find("output").textContent).toMatch(/^Element 1, class 1, at -?\d/);
    view.destroy();
  });

  test("pointing at a disc and clicking it names its element", () => {
    const onHover = vi.fn();
    const onPin = vi.fn();
    const view = mount(latent, data, { onHover, onPin });
    const disc = stand.root.querySelectorAll(".disc")[3].getAttribute("transform") ?? "";
    const [px, py] = (disc.match(/-?[\d.]+/g) ?? []).map(Number);
    pointer(find("svg"), "pointermove", px, py);
    pointer(find("svg"), "click", px, py);
    pointer(find("svg"), "pointerleave", px, py);
    expect(onHover.mock.calls).toEqual([[3], [null]]);
    expect(onPin.mock.calls).toEqual([[3]]);
    view.destroy();
  });

  test("dims the repons that are not pointed at", () => {
    const view = mount(latent, { ...data, hovered: [4] }, {});
    expect(stand.root.querySelectorAll(".disc.lit")).toHaveLength(1);
    expect(stand.root.querySelectorAll(".disc.dim")).toHaveLength(29);
    view.destroy();
  });

  test("asks for a field where it looks, again after a zoom, and not while nothing moves", async () => {
    const onExtent = vi.fn();
    const view = mount(latent, data, { onExtent });
    view.update({ ...data });
    expect(onExtent).toHaveBeenCalledTimes(1);
    const [{ x0, x1, y0, y1 }] = onExtent.mock.calls[0];
    for (let i = 0; i < 30; i++) {
      expect(data.positions[2 * i]).toBeGreaterThan(x0);
      expect(data.positions[2 * i]).toBeLessThan(x1);
      expect(data.positions[2 * i + 1]).toBeGreaterThan(y0);
      expect(data.positions[2 * i + 1]).toBeLessThan(y1);
    }
    press(find("svg"), "+");
    await frame();
    await frame();
    const zoomed = onExtent.mock.calls[1][0];
    expect(zoomed.x1 - zoomed.x0).toBeLessThan(0.8 * (x1 - x0));
    view.destroy();
  });

  test("a small move of the repons leaves the view where it is", () => {
    const onExtent = vi.fn();
    const view = mount(latent, data, { onExtent });
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
    const view = mount(latent, { ...data, trails: null, field }, {});
    const canvas = find("canvas") as HTMLCanvasElement;
    const [yes, no] = [pixel(canvas, 2, 200), pixel(canvas, 497, 200)];
    // Half the sum of red and green against blue: a paper white has none to spare.
    expect(yes[2] - (yes[0] + yes[1]) / 2).toBeGreaterThan(20);
    expect(Math.abs(no[2] - (no[0] + no[1]) / 2)).toBeLessThan(12);
    view.destroy();
  });

  test("one dimension is drawn against the step, labels in columns at the right", () => {
    const positions = Float32Array.from({ length: 60 }, (_, k) => (k % 2 ? k / 60 : 734));
    const view = mount(latent, { ...data, x: "step", positions, trails: null, field: null }, {});
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
});

describe("relation matrix", () => {
  test("says how many pairs are held out and how many predicted wrongly", () => {
    const view = mount(matrix, run, {});
    const wrong = Array.from(run.prediction ?? []).filter(
      (p, pair) => p > 0.5 !== (run.truth[pair] === 1),
    );
    expect(find("[role=img]").getAttribute("aria-label")).toContain(
      `30 by 30, showing prediction: 225 pairs held out, ${wrong.length} predicted wrongly`,
    );
    view.destroy();
  });

  test("arrow keys move over the cells, with the caption read out", () => {
    const onHover = vi.fn();
    const onPick = vi.fn();
    const view = mount(matrix, run, { onHover, onPick });
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "Enter"])
      press(find("[role=img]"), key);
    expect(onHover.mock.calls.map(([pair]) => pair)).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 1 },
      { x: 1, y: 1 },
    ]);
    expect(onPick.mock.calls).toEqual([[{ x: 1, y: 1 }]]);
    expect(find(".reading").textContent).toMatch(
      /^R\(1, 1\) = 1, (held out|trained on), P = \d\.\d\d$/,
    );
    expect(find("output").textContent).toBe(find(".reading").textContent);
    view.destroy();
  });

  test("the order permutes rows and columns", () => {
    const onHover = vi.fn();
    const order = Array.from({ length: 30 }, (_, i) => 29 - i);
    const view = mount(matrix, { ...run, order }, { onHover });
    press(find("[role=img]"), "ArrowRight");
    expect(onHover.mock.calls).toEqual([[{ x: 29, y: 29 }]]);
    view.destroy();
  });

  test("the cell under the pointer stays under it through a zoom", () => {
    const onHover = vi.fn();
    const view = mount(matrix, run, { onHover });
    const over = find("[role=img]");
    const [px, py] = [300, 211];
    pointer(over, "pointermove", px, py);
    const box = stand.root.getBoundingClientRect();
    const at = { clientX: box.left + px, clientY: box.top + py, deltaY: -300, bubbles: true };
    over.dispatchEvent(new WheelEvent("wheel", { ...at, cancelable: true }));
    pointer(over, "pointerleave", px, py);
    pointer(over, "pointermove", px, py);
    expect(onHover.mock.calls[2]).toEqual(onHover.mock.calls[0]);
    view.destroy();
  });

  test("held-out pairs are framed, trained ones are not", () => {
    const data = {
      ...run,
      n: 4,
      labels: ["a", "b", "c", "d"],
      truth: new Uint8Array(16),
      mask: Uint8Array.from({ length: 16 }, (_, pair) => (pair === 0 ? 0 : 1)),
      prediction: new Float32Array(16),
    };
    const view = mount(matrix, data, {});
    const canvas = find("canvas") as HTMLCanvasElement;
    const [held, trained] = [pixel(canvas, 24, 60), pixel(canvas, 24, 200)];
    expect(held[0] - held[2]).toBeGreaterThan(50);
    expect(Math.abs(trained[0] - trained[2])).toBeLessThan(12);
    view.destroy();
  });
});

describe("curves", () => {
  test("curves are labelled with their values, reference lines on the axis", () => {
    const view = mount(curves, accuracy, {});
    expect(stand.texts(".words text.curve").sort()).toEqual([
      "entire 0.99",
      "test 0.96",
      "train 1.00",
    ]);
    expect(stand.texts(".words text.ghost")).toEqual(["last run"]);
    expect(stand.texts(".grid text")).toEqual(
      expect.arrayContaining(["0.9", "0.67", "100", "104"]),
    );
    expect(find(".band text").textContent).toBe("G");
    expect(stand.texts(".marks text")).toEqual(["train 335", "test 415"]);
    view.destroy();
  });

  test("keys and pointer ask for steps on the log axis", () => {
    const onScrub = vi.fn();
    const view = mount(curves, { ...accuracy, cursor: 100 }, { onScrub });
    for (const key of ["ArrowRight", "ArrowLeft", "PageUp", "Home"])
      press(find("[role=slider]"), key);
    expect(onScrub.mock.calls).toEqual([[105], [95], [1000], [0]]);
    const ticks = [...stand.root.querySelectorAll(".grid text")].filter((node) =>
      node.textContent?.startsWith("10"),
    );
    const hundred = Number(ticks[2].getAttribute("x"));
    pointer(find("svg"), "pointermove", hundred, 100);
    expect(onScrub).toHaveBeenCalledTimes(4);
    const down = {
      clientX: stand.root.getBoundingClientRect().left + hundred,
      pointerId: 1,
      button: 0,
    };
    Element.prototype.setPointerCapture = () => {};
    find("svg").dispatchEvent(new PointerEvent("pointerdown", down));
    expect(onScrub.mock.calls[4]).toEqual([100]);
    view.destroy();
  });

  test("a long series is drawn with at most four points a half pixel", () => {
    const view = mount(curves, memorised(), {});
    const points = (find(".line").getAttribute("d") ?? "").split("L").length;
    expect(points).toBeGreaterThan(100);
    expect(points).toBeLessThan(4 * 2 * 500);
    view.destroy();
  });

  test("a run without a point yet draws its axes", () => {
    const series = accuracy.series.map((s) => ({ ...s, steps: [], values: [] }));
    const view = mount(curves, { ...accuracy, series, cursor: null }, {});
    expect(stand.texts(".grid text").length).toBeGreaterThan(3);
    expect(stand.root.innerHTML).not.toContain("NaN");
    view.destroy();
  });
});

describe("map of the page", () => {
  test("shows the chapters it is given, marks the current one and opens on a click", () => {
    const onOpen = vi.fn();
    const chapters = CHAPTERS.slice(0, 3).map((chapter, i) => ({
      ...chapter,
      number: i + 1,
      current: i === 1,
    }));
    const view = mount(networkMap, { chapters }, { onOpen });
    const buttons = [...stand.root.querySelectorAll("button")];
    expect(buttons.map((button) => button.querySelector("strong")?.textContent).sort()).toEqual([
      "1Repons",
      "2How much data?",
      "3How complex?",
    ]);
    expect(find("[aria-current=page]").textContent).toContain("How much data?");
    buttons.find((button) => button.textContent?.includes("Repons"))?.click();
    expect(onOpen.mock.calls).toEqual([["repons"]]);
    view.destroy();
  });
});

describe("palette", () => {
  test("follows theme and profile, and is watched only while somebody listens", async () => {
    const page = document.documentElement;
    const changed = vi.fn();
    const stop = onPaletteChange(changed);
    page.dataset.theme = "dark";
    await frame();
    const dark = currentPalette();
    page.dataset.theme = "light";
    page.dataset.profile = "projector";
    await frame();
    const projector = currentPalette();
    expect([dark.dark, projector.dark]).toEqual([true, false]);
    expect([dark.size, projector.size, projector.stroke]).toEqual([1, 1.35, 1.6]);
    expect(projector.colour.ground).toBe("rgb(255, 255, 255)");
    expect(dark.classes[0]).toBe("rgb(91, 180, 240)");
    stop();
    const calls = changed.mock.calls.length;
    delete page.dataset.theme;
    delete page.dataset.profile;
    await frame();
    expect(changed).toHaveBeenCalledTimes(calls);
  });
});
