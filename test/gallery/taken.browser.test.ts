/**
 * @file Every picture of the gallery taken away: its numbers are those of its data, and its drawing needs nothing of
 * the page.
 */
import { describe, expect, test } from "vitest";
import type { Table } from "../../src/kit/draw/table";
import type { Credits } from "../../src/kit/live/take/credits";
import { imageOf } from "../../src/kit/live/take/files";
import { drawingOf } from "../../src/kit/live/take/svg";
import { approach, cloud } from "../chapters/pairs/figures/pairs";
import { frame, makeStand } from "../stand";
import { FIGURES } from "./figures";
import { latentAt, n, prediction, STEP, trailSteps, truth } from "./run";

const stand = makeStand(500, 500);

const CREDITS: Credits = {
  title: "A picture",
  about: "What it shows.",
  settings: null,
  words: "made up",
  link: "https://example.org/#v=1",
  date: "2026-01-01T00:00:00.000Z",
};

/** All that a drawing names to be fetched. */
const named = (svg: Document): string[] =>
  [...svg.querySelectorAll("*")].flatMap((node) =>
    [...node.attributes]
      .filter(({ name }) => /(^|:)(href|src)$/.test(name))
      .map(({ value }) => value),
  );

describe("the drawing of every picture", () => {
  test.for(Object.entries(FIGURES))("%s", async ([, figure]) => {
    const [width, height] = figure.size;
    stand.root.style.cssText = `width: ${width}px; height: ${height}px`;
    const remove = figure.draw(stand.root);
    await frame();
    const shown = stand.root.querySelector(".view")?.textContent?.length ?? 0;
    const drawing = await drawingOf(
      { root: stand.root, redraw() {}, table: async () => none },
      CREDITS,
    );
    remove();
    const svg = new DOMParser().parseFromString(drawing.text, "image/svg+xml");
    expect(svg.querySelector("parsererror")).toBeNull();
    expect(svg.querySelector("foreignObject, script")).toBeNull();
    expect(named(svg).filter((href) => !href.startsWith("data:") && !href.startsWith("#"))).toEqual(
      [],
    );
    const plain = drawing.text.replaceAll(/data:[^"')]*/g, "data:");
    expect(plain).not.toMatch(/url\((?!#|"#|&quot;#|data:)|var\(|color-mix|oklab|NaN|undefined/);
    const image = await imageOf(drawing);
    expect([image.naturalWidth, image.naturalHeight]).toEqual([drawing.width, drawing.height]);
    expect(drawing.width).toBe(width + 32);
    if (shown > 0) expect(svg.querySelectorAll("text").length).toBeGreaterThan(3);
    expect(svg.querySelector("title")?.textContent).toBe(CREDITS.title);
    expect(svg.querySelector("metadata")?.textContent).toContain(CREDITS.link);
  });
});

const none: Table = { title: "", about: "", finding: "", columns: [], rows: [] };

/** Pictures of which nothing is known yet. */
const EMPTY = ["depthEmpty"];

describe("the table of every picture", () => {
  test.for(Object.entries(FIGURES).filter(([, { table }]) => table !== null))(
    "%s is whole and says what its numbers are",
    ([name, figure]) => {
      const { title, about, finding, columns, rows } = figure.table?.() ?? none;
      expect(rows.length > 0).toBe(!EMPTY.includes(name));
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
      expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
      for (const { description } of columns) expect(description).toMatch(/^[A-Z“0-9].*\.$/);
      expect(title).toMatch(/\w{3}/);
      expect(about).toMatch(/^\S.*\.$/);
      expect(finding).toMatch(/^[\p{Lu}0-9].*\.$/u);
      expect(finding).not.toMatch(/NaN|undefined|null|_\{/);
      const bad = rows.flat().filter((cell) => typeof cell === "number" && !Number.isFinite(cell));
      expect(bad).toEqual([]);
    },
  );

  test("only the map has none", () => {
    const without = Object.entries(FIGURES).filter(([, { table }]) => table === null);
    expect(without.every(([name]) => name.startsWith("map"))).toBe(true);
  });

  const tableOf = (name: string): Table => FIGURES[name].table?.() ?? none;
  /** Rows as records. */
  const records = (name: string) => {
    const { columns, rows } = tableOf(name);
    return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column.name, row[i]])));
  };

  test("of latent space has every repon where it is, its way, and the field from below", () => {
    const rows = records("latent");
    const { positions, field } = latentAt(trailSteps.length - 1);
    const repon = rows.find(({ kind, element }) => kind === "repon" && element === "4");
    expect(repon).toMatchObject({ step: STEP, group: 1, x: positions[8], y: positions[9] });
    const before = rows.filter(({ kind, element }) => kind === "trail" && element === "4");
    expect(before.map(({ step }) => step)).toEqual(trailSteps.slice(0, -1));
    const cells = rows.filter(({ kind }) => kind === "field");
    expect(cells.map(({ P }) => P)).toEqual([...(field?.values ?? [])]);
    const { x0 = 0, y0 = 0, y1 = 0 } = field?.bounds ?? {};
    expect(cells[0].x).toBeGreaterThan(x0);
    expect(cells[0].y).toBeCloseTo(y0 + (y1 - y0) / (2 * (field?.rows ?? 1)), 6);
  });

  test("of the relation has R and P of each pair at its elements", () => {
    const row = records("matrixPrediction").find(({ x, y }) => x === "9" && y === "12");
    expect(row).toMatchObject({ R: truth[9 * n + 12], P: prediction[9 * n + 12] });
  });

  test("of the curves has each curve's last point", () => {
    const rows = records("curvesAccuracy").filter(({ curve }) => curve === "train");
    expect(rows.at(-1)?.step).toBe(STEP);
    expect(tableOf("curvesLoss").columns[2].name).toBe("loss");
  });

  test("of a pair and of many has what happened and what was predicted", () => {
    const { actual, predicted } = approach(3);
    expect(records("pairTrack")[50]).toMatchObject({
      time: 500,
      distance: actual.separation[50],
      "predicted distance": predicted.separation[50],
    });
    const all = cloud();
    expect(records("pairScatter")[7]).toMatchObject({
      first: all.pairs[14],
      actual: all.actual[7],
      predicted: all.predicted[7],
    });
  });

  test("of a phase diagram has phase and marks by column, row and seed", () => {
    const rows = records("phaseGrid");
    expect(rows[0]).toMatchObject({ state: "waiting", phase: null, "fell back": null });
    const cell = (x: number, y: number) =>
      rows.filter((row) => row["encoder rate η_enc"] === x && row["decoder rate η_dec"] === y);
    const marked = cell(0.0003162, 0.00001);
    expect(marked.map(({ phase }) => phase)).toEqual([
      "generalisation",
      "confusion",
      "memorisation",
    ]);
    expect(marked.map((row) => [row["fell back"], row.diverged, row["rule wrong"]])).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  test("of depth, the bound, Table 2 and a sample has what was put in", () => {
    const deep = records("depthLarge").filter(
      ({ curve, depth }) => curve === "test" && depth === 4,
    );
    expect(deep.map(({ accuracy }) => accuracy)).toEqual([0.76, 0.8, 0.8400000000000001]);
    const rows = records("boundChart").filter(({ curve }) => curve === "inferable");
    expect(rows[3]).toMatchObject({ fraction: 0.16, error: 0.01 });
    const known = records("table2").find((row) => row.class === "transitive");
    expect(known).toMatchObject({ paper: 450, exact: null });
    // What follows stays hidden while a reader says what does.
    expect(records("sampleMatrix")[1]).toMatchObject({ status: "follows" });
    expect(records("sampleMatrixMarked")[1]).toMatchObject({ status: null, P: null });
  });
});
