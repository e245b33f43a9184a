/**
 * @file Table 2 as a picture: what takes more bits stands further to the right, as far as the axis
 * says, in the row of its class.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { table2 } from "../../../../src/chapters/data/view/table2";
import { axisOf, edgesOf, expectPlaces, expectUpright, middleOf } from "../../../reading/axes";
import { makeStand } from "../../../stand";
import { table } from "../figures/bound";

const stand = makeStand(400, 260);

const quiet = { onChoose: () => {} };

const row = (id: string, paper: number, count: number | null, relabellings: number | null) => ({
  ...table.rows[0],
  id,
  name: id,
  words: id,
  paper,
  count,
  relabellings,
});

/** Not in the order of their bits; two decades, from below n = 30 to n². */
const known = {
  most: 900,
  rows: [
    row("middle", 90, 60, 20),
    row("all", 900, 900, null),
    row("few", 9, null, null),
    row("apart", 300, 600, 200),
  ],
};

/** Where bits stand, by the lines at n and n². */
function bitsAxis() {
  const lines = [...stand.root.querySelectorAll(".grid line")].map((line) => middleOf(line).x);
  const texts = [...stand.root.querySelectorAll<SVGTextElement>(".grid text")];
  const ticks = texts.map((text) => ({
    value: Number(text.dataset.caption?.split("=")[1]),
    at: middleOf(text).x,
  }));
  expect(ticks.map(({ value }) => value)).toEqual([30, 900]);
  expectPlaces(
    ticks.map(({ at }) => at),
    lines,
  );
  return axisOf(ticks, "log", 1);
}

const rowOf = (id: string) => stand.find(`.row[aria-label=${id}]`);
const part = (id: string, name: string) => rowOf(id).querySelector(name) as Element;
const shown = (id: string, name: string) => getComputedStyle(part(id, name)).display !== "none";

test("Every number of bits stands where the axis has it, ten times the bits one and the same way further", () => {
  const view = stand.mount(table2, known, quiet);
  const x = bitsAxis();
  const at = (id: string, name: string) => middleOf(part(id, name)).x;
  for (const { id, paper, count, relabellings } of known.rows) {
    expectPlaces([at(id, ".paper")], [x(paper)]);
    expect([shown(id, ".count"), shown(id, ".relabellings")]).toEqual([
      count !== null,
      relabellings !== null,
    ]);
    if (count !== null) expectPlaces([at(id, ".count")], [x(count)]);
    if (relabellings !== null) expectPlaces([at(id, ".relabellings")], [x(relabellings)]);
  }
  // 9, 90, 900 and 20, 200 and 60, 600: without any axis.
  const decade = at("all", ".paper") - at("middle", ".paper");
  expect(decade).toBeGreaterThan(30);
  expectPlaces(
    [
      at("middle", ".paper") - at("few", ".paper"),
      at("apart", ".relabellings") - at("middle", ".relabellings"),
      at("apart", ".count") - at("middle", ".count"),
    ],
    [decade, decade, decade],
  );
  expectUpright(stand);
  view.destroy();
});

test("What the paper and the count have apart is joined from the one to the other, and only that", () => {
  const view = stand.mount(table2, known, quiet);
  const x = bitsAxis();
  expect(known.rows.map(({ id }) => shown(id, ".apart"))).toEqual([true, false, false, true]);
  for (const [id, less, more] of [
    ["middle", 60, 90],
    ["apart", 300, 600],
  ] as const) {
    const [left, right, top] = edgesOf(part(id, ".apart"));
    expectPlaces([left, right, top], [x(less), x(more), middleOf(part(id, ".paper")).y]);
  }
  view.destroy();
});

test("No bits have no place on an axis of powers of ten, and nothing leads there", () => {
  const rows = [...known.rows, row("nothing", 90, 0, 0)];
  const view = stand.mount(table2, { ...known, rows }, quiet);
  for (const name of [".apart", ".count", ".relabellings"])
    expect(shown("nothing", name), name).toBe(false);
  expect(rowOf("nothing").textContent).toContain("≠ 0");
  for (const node of stand.root.querySelectorAll("svg *"))
    for (const { name, value } of node.attributes)
      expect(`${name} ${value}`).not.toMatch(/NaN|Infinity/);
  view.destroy();
});

test("Rows follow each other downwards in the order of the table, each with its own name, marks and numbers", () => {
  const view = stand.mount(table2, known, quiet);
  const grounds = known.rows.map(({ id }) => edgesOf(part(id, ".ground")));
  grounds.slice(1).forEach(([, , top], i) => {
    const [, , , above] = grounds[i];
    expect(top).toBeGreaterThanOrEqual(above);
  });
  known.rows.forEach(({ id, count, relabellings }, i) => {
    const [left, right, top, bottom] = grounds[i];
    expect(part(id, ".name").textContent).toBe(id);
    const marks = [
      ".name",
      ".numbers",
      ".paper",
      ...(count === null ? [] : [".count"]),
      ...(relabellings === null ? [] : [".relabellings"]),
    ];
    for (const mark of marks) {
      const [l, r, t, b] = edgesOf(part(id, mark));
      expect([l > left, r < right, t > top, b < bottom]).toEqual([true, true, true, true]);
    }
    // Name, marks and numbers from left to right.
    expect(edgesOf(part(id, ".name"))[1]).toBeLessThan(edgesOf(part(id, ".paper"))[0]);
    expect(edgesOf(part(id, ".paper"))[1]).toBeLessThan(edgesOf(part(id, ".numbers"))[0]);
  });
  view.destroy();
});

test("A press on a mark takes the class of its row, and Down goes to the row below", async () => {
  const taken: string[] = [];
  const view = stand.mount(table2, known, { onChoose: (id: string) => taken.push(id) });
  const { left, top } = stand.svg.getBoundingClientRect();
  for (const id of ["apart", "all"]) {
    const { x, y } = middleOf(part(id, ".paper"));
    await userEvent.click(stand.svg, { position: { x: x - left, y: y - top } });
  }
  expect(taken).toEqual(["apart", "all"]);
  const focused = () => document.activeElement?.getAttribute("aria-label") ?? "";
  (rowOf("middle") as SVGGElement).focus();
  const before = middleOf(part(focused(), ".ground")).y;
  await userEvent.keyboard("{ArrowDown}");
  expect(focused()).toBe("all");
  expect(middleOf(part(focused(), ".ground")).y).toBeGreaterThan(before);
  await userEvent.keyboard("{ArrowUp}");
  expect(focused()).toBe("middle");
  view.destroy();
});

describe.each([1, 1.35, 1.6])("with type of size %d in a narrow column", (size) => {
  beforeEach(() => document.documentElement.style.setProperty("--size", `${size}`));
  afterEach(() => document.documentElement.style.removeProperty("--size"));

  test.each([220, 280, 320])(
    "%i px: bits still grow to the right, and no word is on another",
    (width) => {
      stand.root.style.width = `${width * size}px`;
      const view = stand.mount(table2, known, quiet);
      const [few, most] = [...stand.root.querySelectorAll(".grid line")].map(
        (line) => middleOf(line).x,
      );
      expect(most - few).toBeGreaterThan(25);
      expect(most).toBeLessThan(edgesOf(stand.svg)[1]);
      const words = [...stand.root.querySelectorAll(".grid text, .row:first-child text")]
        .filter((node) => getComputedStyle(node).display !== "none")
        .map((node) => edgesOf(node));
      expect(words.length).toBeGreaterThan(2);
      for (const [i, [left, right, top, bottom]] of words.entries())
        for (const [l, r, t, b] of words.slice(i + 1))
          expect(
            Math.min(right, r) - Math.max(left, l) > 0 &&
              Math.min(bottom, b) - Math.max(top, t) > 6 * size,
          ).toBe(false);
      view.destroy();
    },
  );
});
