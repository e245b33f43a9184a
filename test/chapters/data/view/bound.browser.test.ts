import { describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { boundChart } from "../../../../src/chapters/data/view/boundChart";
import { contradiction } from "../../../../src/chapters/data/view/contradiction";
import {
  type SampleMatrixData,
  sampleMatrix,
} from "../../../../src/chapters/data/view/sampleMatrix";
import { table2 } from "../../../../src/chapters/data/view/table2";
import { makeStand } from "../../../stand";
import { bounded, drawn, table } from "../figures/bound";

const stand = makeStand(520, 440);

describe("the chart", () => {
  const quiet = { onDraw: () => {}, onReveal: () => {}, onPoint: () => {} };

  test("names its lines and marks where they are", () => {
    const view = boundChart(stand.root, quiet);
    view.update(bounded);
    expect({
      axis: stand.texts(".grid text"),
      captions: stand.texts(".captions text"),
      names: stand.texts(".names text"),
      lines: stand.root.querySelectorAll(".line").length,
      bands: stand.root.querySelectorAll(".band[d^=M]").length,
    }).toMatchInlineSnapshot(`
      {
        "axis": [
          "0.0",
          "0.2",
          "0.4",
          "0.6",
          "0.8",
          "1.0",
          "1",
          "0.5",
          "0.2",
          "0.1",
          "0.05",
          "0.02",
          "0",
        ],
        "bands": 2,
        "captions": [
          "training fraction, square-root scale",
          "share of all pairs",
        ],
        "lines": 3,
        "names": [
          "Eq. 2",
          "inferable",
          "bound",
          "measured: 0.163",
          "Eq. 3: pc = 0.127",
          "b/n² = 0.0556",
        ],
      }
    `);
    view.destroy();
  });

  test("arrow keys read one point after the other", async () => {
    const view = boundChart(stand.root, quiet);
    view.update(bounded);
    stand.svg.focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(stand.caption).toBe("0.04 of the pairs");
    await userEvent.keyboard("{PageUp}{ArrowRight}");
    expect(stand.caption).toBe("0.99 of the pairs");
    view.destroy();
  });

  test("the pointer reads the nearest point", () => {
    const view = boundChart(stand.root, quiet);
    view.update(bounded);
    const box = stand.svg.getBoundingClientRect();
    const clientX = box.left + 38 + (box.width - 52) * Math.sqrt(0.24);
    stand.svg.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY: box.top + 50 }));
    expect(stand.caption).toBe("0.25 of the pairs");
    view.destroy();
  });

  test("a drawing hides the curves; keys and pointer move its points, Enter ends it", async () => {
    const moved: [number, number][] = [];
    let revealed = 0;
    const view = boundChart(stand.root, {
      onDraw: (handle, value) => moved.push([handle, value]),
      onReveal: () => revealed++,
      onPoint: () => {},
    });
    view.update(drawn);
    expect(stand.root.querySelectorAll(".line")).toHaveLength(1);
    stand.svg.focus();
    await userEvent.keyboard("{ArrowUp}{ArrowRight}{PageDown}{Enter}");
    expect(moved.map(([handle]) => handle)).toEqual([0, 1]);
    expect(moved.map(([, value]) => value)).toBeAllclose([0.51, 0.5], { atol: 1e-12 });
    expect(revealed).toBe(1);
    expect(stand.caption).toContain("Point 2 of 5");
    const box = stand.svg.getBoundingClientRect();
    // The third of five points is at the stand.root's half; half of the height is about half right.
    const at = { clientX: box.left + 38 + (box.width - 52) / 2, clientY: box.top + box.height / 2 };
    stand.svg.dispatchEvent(new PointerEvent("pointerdown", { ...at, button: 0, pointerId: 1 }));
    expect(moved.at(-1)?.[0]).toBe(2);
    expect(Math.abs((moved.at(-1)?.[1] ?? 0) - 0.5)).toBeLessThan(0.05);
    view.destroy();
  });

  test("without any curve, axes and formulas are drawn", () => {
    const view = boundChart(stand.root, quiet);
    view.update({ ...bounded, lines: bounded.lines.slice(0, 1), readings: [] });
    stand.svg.dispatchEvent(new PointerEvent("pointermove", { clientX: 100, clientY: 100 }));
    expect(stand.root.innerHTML).not.toMatch(/NaN|Infinity/);
    view.destroy();
  });
});

describe("Table 2", () => {
  test("says where the paper's entry and the exact count differ", () => {
    const view = table2(stand.root, { onChoose: () => {} });
    view.update(table);
    expect(stand.texts(".numbers")).toMatchInlineSnapshot(`
      [
        "900",
        "465 ≠ 719",
        "≈ 450",
        "47.5 ≠ 45.0",
        "225",
      ]
    `);
    expect(stand.texts(".numbers.differs")).toHaveLength(2);
    expect(stand.caption).toBe("equivalence: 47.5 bits");
    view.destroy();
  });

  test("keys go through the classes; Enter takes one, but not one that cannot be known", async () => {
    const chosen: string[] = [];
    const view = table2(stand.root, { onChoose: (id) => chosen.push(id) });
    view.update(table);
    (stand.root.querySelector("[aria-checked=true]") as SVGGElement).focus();
    await userEvent.keyboard("{ArrowUp}{Enter}{ArrowDown}{ArrowDown}{Enter}");
    expect(document.activeElement?.getAttribute("aria-disabled")).toBe("true");
    expect(chosen).toEqual(["transitive"]);
    view.destroy();
  });
});

test("a contradiction has an arrow for each pair and a circle for each element", () => {
  const view = contradiction(stand.root, {});
  view.update({
    pairs: [
      { x: 1, y: 2, value: 1 },
      { x: 2, y: 1, value: 1 },
      { x: 2, y: 2, value: 0 },
    ],
    summary: "They cannot all hold.",
  });
  expect(stand.texts(".nodes text")).toEqual(["1", "2"]);
  expect(stand.root.querySelectorAll(".yes .shaft")).toHaveLength(2);
  expect(stand.root.querySelectorAll(".no .shaft")).toHaveLength(1);
  expect(stand.root.innerHTML).not.toMatch(/NaN|Infinity/);
  view.destroy();
});

describe("a sample", () => {
  const sample: SampleMatrixData = {
    n: 2,
    order: [1, 0],
    status: ["known", "follows", "guessed", "guessed"],
    p: [1, 0, 0.25, Number.NaN],
    contradicting: [0],
    editable: true,
    summary: "A sample of 1 of 4 pairs.",
  };

  test("is read cell by cell, and pressing turns one over", async () => {
    const flipped: string[] = [];
    const view = sampleMatrix(stand.root, { onFlip: (x, y) => flipped.push(`${x},${y}`) });
    view.update(sample);
    expect(stand.caption).toBe("A sample of 1 of 4 pairs.");
    (stand.root.querySelector("canvas") as HTMLCanvasElement).focus();
    const read: (string | null | undefined)[] = [];
    for (const key of ["{ArrowDown}", "{ArrowRight}", "{ArrowDown}", "{ArrowLeft}", "{Enter}"]) {
      await userEvent.keyboard(key);
      read.push(stand.caption);
    }
    expect(read).toMatchInlineSnapshot(`
      [
        "R(1, 1) is to be guessed, with odds that are not known; press to turn it over",
        "R(1, 0) is to be guessed: 1 with probability 0.25; press to turn it over",
        "R(0, 0) = 1 known, and contradicts; press to turn it over",
        "R(0, 1) = 0 follows; press to turn it over",
        "R(0, 1) = 0 follows; press to turn it over",
      ]
    `);
    expect(flipped).toEqual(["0,1"]);
    view.update({ ...sample, editable: false });
    await userEvent.keyboard("{Enter}");
    expect(flipped).toHaveLength(1);
    view.destroy();
  });

  test("shows by hue what is known, follows and is guessed", () => {
    const view = sampleMatrix(stand.root, { onFlip: () => {} });
    view.update({ ...sample, p: [1, 1, 1, 1], contradicting: [] });
    const canvas = stand.root.querySelector("canvas") as HTMLCanvasElement;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    const middle = (row: number, column: number) =>
      [
        ...context.getImageData(
          ((column + 0.5) * canvas.width) / 2,
          ((row + 0.5) * canvas.height) / 2,
          1,
          1,
        ).data,
      ].join();
    // Rows and columns are turned round: R(0, 0) is at the lower right.
    const [known, follows, guessed] = [middle(1, 1), middle(1, 0), middle(0, 1)];
    expect(new Set([known, follows, guessed]).size).toBe(3);
    expect(middle(0, 0)).toBe(guessed);
    view.destroy();
  });
});
