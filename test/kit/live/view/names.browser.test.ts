/**
 * @file Names of elements in the matrix and in latent space: each stands where its element is, a long one is cut where
 * there is no room, and what is read of an element has all of its name.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { latent } from "../../../../src/kit/live/view/latent";
import { type MatrixData, matrix } from "../../../../src/kit/live/view/matrix";
import { makeScribe, type Scribe } from "../../../reading/writing";
import { makeStand, press } from "../../../stand";

const LONG = "deposit-feeding peracaridan crustaceans";
const labels = ["Chile", LONG, "e", "<b>x</b>", "שלום", "東京"];
const n = labels.length;
const pairs = Array.from({ length: n * n }, (_, pair) => pair);

const relation: MatrixData = {
  n,
  labels,
  truth: pairs.map((pair) => pair % 2),
  mask: pairs.map(() => 1),
  prediction: null,
  show: "truth",
  order: null,
  highlighted: [],
};

describe("the matrix", () => {
  const stand = makeStand(420, 400);
  let scribe: Scribe;
  beforeEach(() => {
    scribe = makeScribe(true);
  });
  afterEach(() => scribe.stop());

  const over = () => stand.find("canvas:last-of-type") as HTMLCanvasElement;
  const words = () => scribe.on(over());
  const of = (start: string) => words().filter(({ text }) => text.startsWith(start));

  test("has each name before its row and above its column, at the same distance from the corner", () => {
    stand.mount(matrix, relation, {});
    const corner = of("Chile");
    expect(corner).toHaveLength(2);
    const [row, column] = corner;
    for (const start of ["deposit", "e", "<b>", "שלום", "東京"]) {
      const [before, above] = of(start);
      expect(before.x).toBeCloseTo(row.x, 6);
      expect(above.y).toBeCloseTo(column.y, 6);
      expect(before.y - row.y).toBeCloseTo(above.x - column.x, 6);
    }
  });

  test("cuts what is long, and says so", () => {
    stand.mount(matrix, relation, {});
    const [{ text }] = of("deposit");
    expect(text).toMatch(/^deposit.*…$/);
    expect(text.length).toBeLessThan(LONG.length / 2);
    expect(of("<b>")[0].text).toBe("<b>x</b>");
  });

  test("reads a cell with the whole names, as text, and isolates what is written from the right", () => {
    stand.mount(matrix, relation, {});
    press(over(), "ArrowDown");
    press(over(), "ArrowDown");
    expect(stand.find(".reading").textContent).toContain(`R(${LONG}, Chile) = 0`);
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight"])
      press(over(), key);
    expect(stand.find(".reading").textContent).toContain("R(<b>x</b>, <b>x</b>)");
    press(over(), "ArrowRight");
    expect(stand.find(".reading").textContent).toContain("R(<b>x</b>, \u2068שלום\u2069)");
    expect(stand.root.querySelector(".reading b")).toBeNull();
  });

  test("gives numbers no more room than they had", () => {
    stand.mount(matrix, { ...relation, labels: pairs.slice(0, n).map(String) }, {});
    const [row, column] = of("0");
    expect(row.x).toBeLessThan(22);
    expect(column.y).toBeLessThan(22);
  });
});

describe("latent space", () => {
  const stand = makeStand(500, 460);
  const data = {
    step: 10,
    positions: pairs.slice(0, 2 * n),
    labels,
    grouping: null,
    x: "plane",
    captions: ["E₁", "E₂"],
    trails: null,
    field: null,
    arrows: null,
    pinned: null,
    hovered: [],
    sight: { zoom: 1, across: 0.5, down: 0.5 },
  } as const;

  test("has a name at each repon, cut where it is long", () => {
    stand.mount(latent, data, {});
    expect(stand.texts(".tag")).toEqual([
      "Chile",
      "deposit-feedi…",
      "e",
      "<b>x</b>",
      "שלום",
      "東京",
    ]);
  });

  test("has shorter ones in a small picture", () => {
    stand.root.style.cssText = "width: 260px; height: 260px";
    stand.mount(latent, data, {});
    expect(stand.texts(".tag")[1]).toBe("deposit…");
  });

  test("tells the whole name of the repon that keys come to", () => {
    stand.mount(latent, data, {});
    press(stand.svg, "ArrowRight");
    press(stand.svg, "ArrowRight");
    expect(stand.root.textContent).toContain(`Element ${LONG}, at`);
  });

  test("against steps, leaves the labels the room that the widest needs", () => {
    // Each stands at the step that is shown.
    const positions = data.positions.map((at, k) => (k % 2 === 0 ? data.step : at));
    stand.mount(latent, { ...data, positions, x: "step", captions: ["step", "E"] }, {});
    const plot = stand.root.getBoundingClientRect();
    for (const tag of stand.root.querySelectorAll(".tag")) {
      const box = tag.getBoundingClientRect();
      expect(box.right).toBeLessThanOrEqual(plot.right);
      const dot = stand.find(".disc").getBoundingClientRect();
      expect(box.left).toBeGreaterThan(dot.right);
    }
  });
});
