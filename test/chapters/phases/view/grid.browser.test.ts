/**
 * @file A phase diagram in a browser: every cell stands where its rates say, and is walked by keys.
 */
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { type Place, phaseGrid } from "../../../../src/chapters/phases/view/grid";
import type { Replica } from "../../../../src/chapters/phases/view/gridCells";
import type { Phase } from "../../../../src/theory/phase";
import { makeStand } from "../../../stand";
import { half, phaseGridFigures, plane } from "../figures/grid";

const stand = makeStand(600, 600);

/** All memorise but the one cell that was trained at these rates. */
const alone = (encoderRate: number, decoderRate: number) => {
  const one = (phase: Phase): readonly Replica[] => [
    { kind: "decided", phase, fellBack: false, diverged: false, wrong: false },
  ];
  const cells = half.flatMap((x) =>
    half.map((y) =>
      one(x === encoderRate && y === decoderRate ? "generalisation" : "memorisation"),
    ),
  );
  return { ...plane(), cells, lines: [] };
};

/** Middle of the pixels of a colour, as shares of the canvas from its left and from its top. */
function middleOf([r, g, b]: readonly number[]) {
  const canvas = stand.root.querySelector("canvas") as HTMLCanvasElement;
  const { width, height } = canvas;
  const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(
    0,
    0,
    width,
    height,
  );
  let [sx, sy, count] = [0, 0, 0];
  for (let i = 0; i < width * height; i++) {
    if (data[4 * i] !== r || data[4 * i + 1] !== g || data[4 * i + 2] !== b) continue;
    sx += i % width;
    sy += Math.floor(i / width);
    count += 1;
  }
  return { x: sx / count / width, y: sy / count / height, count };
}

/** --generalisation. */
const GREEN = [0x2f, 0x9e, 0x5f];

/** Where the tick of a value stands, as a share of the picture. */
function tickAt(text: string, axis: "x" | "y"): number {
  const box = stand.svg.getBoundingClientRect();
  const ticks = [...stand.root.querySelectorAll<SVGTextElement>(".tick")].filter(
    ({ dataset }) => dataset.caption === text,
  );
  const [first, second] = ticks.map((tick) => tick.getBoundingClientRect());
  // The one further down belongs to the lower axis.
  const [below, beside] = first.bottom > second.bottom ? [first, second] : [second, first];
  return axis === "x"
    ? ((below.left + below.right) / 2 - box.left) / box.width
    : ((beside.top + beside.bottom) / 2 - box.top) / box.height;
}

test("A cell trained at known rates stands at its place: encoder rate to the right, decoder rate up", () => {
  const view = phaseGrid(stand.root, {});
  // Memorises in the real network: slow encoder, fast decoder. It belongs at the upper left.
  view.update(alone(1e-4, 1e-2));
  const at = middleOf(GREEN);
  expect(at.count).toBeGreaterThan(500);
  // A cell is 1/9 of the picture; its middle is at the tick within a tenth of that, letter and all.
  expect(Math.abs(at.x - tickAt("10^{−4}", "x"))).toBeLessThan(0.012);
  expect(Math.abs(at.y - tickAt("10^{−2}", "y"))).toBeLessThan(0.012);
  expect(at.x).toBeLessThan(0.5);
  expect(at.y).toBeLessThan(0.5);
  view.update(alone(1e-1, 1e-5));
  const corner = middleOf(GREEN);
  expect(corner.x).toBeGreaterThan(0.85);
  expect(corner.y).toBeGreaterThan(0.75);
  view.destroy();
});

test("A line of the ratio rule rises, one of the product rule falls", () => {
  const view = phaseGrid(stand.root, {});
  view.update(plane());
  const ends = (id: string) => {
    const path = stand.root.querySelector(`.${id} .line`) as SVGPathElement;
    const [from, to] = [path.getPointAtLength(0), path.getPointAtLength(path.getTotalLength())];
    return { right: to.x - from.x, up: from.y - to.y };
  };
  expect(ends("ratio").right * ends("ratio").up).toBeGreaterThan(0);
  expect(ends("paper").right * ends("paper").up).toBeLessThan(0);
  expect(stand.root.textContent).toContain("ratio rule, slope +1");
  view.destroy();
});

test("A rule's line is moved by dragging it, which opens no cell; a press on it opens the cell below", async () => {
  const slid: [string, number][] = [];
  const opened: Place[] = [];
  const view = phaseGrid(stand.root, {
    onOpen: (place) => opened.push(place),
    onSlide: ({ id }, at) => {
      slid.push([id, at]);
      const lines = plane().lines.map((line) => (line.id === id ? { ...line, at } : line));
      view.update({ ...plane(), lines });
    },
  });
  view.update(plane());
  const box = stand.svg.getBoundingClientRect();
  const tick = (text: string, axis: "x" | "y") =>
    tickAt(text, axis) * (axis === "x" ? box.width : box.height);
  // Half a decade above the rates of 1e-3: there the ratio is 10^-0.5, and the line at 10^-1.25.
  const decade = tick("10^{−3}", "y") - tick("10^{−2}", "y");
  const onLine = { x: tick("10^{−3}", "x"), y: tick("10^{−3}", "y") - 1.25 * decade };
  const grip = stand.root.querySelector(".movable .hold") as SVGPathElement;
  expect(document.elementFromPoint(box.left + onLine.x, box.top + onLine.y)).toBe(grip);
  const drag = (to: { x: number; y: number }) =>
    // Copies: the driver writes into the places that it is given.
    userEvent.dragAndDrop(stand.svg, stand.svg, {
      sourcePosition: { ...onLine },
      targetPosition: to,
    });
  await drag({ x: onLine.x, y: onLine.y + 0.75 * decade });
  // A pixel is 0.01 decades.
  expect(slid.at(-1)).toEqual(["ratio", expect.closeTo(-0.5, 1)]);
  expect(opened).toEqual([]);
  // Not beyond its reach of four decades; the other line stays where the paper has it.
  view.update(plane());
  await drag({ x: box.width - 1, y: box.height - 1 });
  view.update(plane());
  await drag({ x: 2, y: 2 });
  for (const [id, at] of slid) {
    expect(id).toBe("ratio");
    expect(Math.abs(at)).toBeLessThanOrEqual(4);
  }
  expect(stand.root.querySelectorAll(".movable")).toHaveLength(1);
  view.update(plane());
  await userEvent.click(stand.svg, { position: { ...onLine } });
  expect(opened).toHaveLength(1);
  expect(opened[0]).toMatchObject({ column: 4 });
  view.destroy();
});

test("No name of a line stands on a cell, whatever the lines", () => {
  const view = phaseGrid(stand.root, {});
  const [ratio, paper] = plane().lines;
  const upright = { ...ratio, id: "across", x: 1, y: 0 };
  const level = { ...ratio, id: "height", label: ["one rate", "for all"], x: 0, y: 1 };
  const shown: number[] = [];
  for (const [lines, aside] of [
    [[ratio, paper], false],
    [
      [
        { ...ratio, at: 2 },
        { ...paper, at: -3 },
      ],
      false,
    ],
    [
      [
        { ...ratio, at: 0 },
        { ...paper, at: -6 },
        { ...paper, id: "product", at: -6.5 },
      ],
      false,
    ],
    [
      [
        { ...upright, at: -4 },
        { ...level, at: -3.25 },
      ],
      true,
    ],
    [
      [
        { ...upright, at: -1 },
        { ...level, at: -1.01 },
        { ...level, id: "fit", at: -1 },
      ],
      true,
    ],
  ] as const) {
    view.update({ ...plane(), lines, aside });
    const canvas = stand.root.querySelector("canvas") as HTMLCanvasElement;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    const origin = canvas.getBoundingClientRect();
    const names = [...stand.root.querySelectorAll<SVGTextElement>(".name text")];
    shown.push(names.length);
    const boxes = names.map((name) => name.getBoundingClientRect());
    for (const [i, { left, top, width, height, right, bottom }] of boxes.entries()) {
      const { data } = context.getImageData(left - origin.left, top - origin.top, width, height);
      // Cells are painted, what is around them is not.
      expect(data.every((part) => part === 0)).toBe(true);
      expect(left).toBeGreaterThanOrEqual(origin.left);
      // Widths are estimated; the typeface of the page is narrower than this one.
      expect(right).toBeLessThanOrEqual(origin.right + 4);
      for (const other of boxes.slice(0, i))
        expect(
          left < other.right - 1 &&
            other.left < right - 1 &&
            top + 3 < other.bottom &&
            other.top + 3 < bottom,
        ).toBe(false);
    }
  }
  expect(shown).toEqual([2, 2, 3, 3, 5]);
  view.destroy();
});

test("Arrows walk the cells and stop at the edge, Enter and a press open one with its seed", async () => {
  const moved: Place[] = [];
  const opened: Place[] = [];
  const data = plane();
  const view = phaseGrid(stand.root, {
    onMove: (place) => moved.push(place),
    onOpen: (place) => opened.push(place),
  });
  view.update({ ...data, cursor: { column: 7, row: 7, seed: 1 } });
  stand.svg.focus();
  await userEvent.keyboard(
    "{ArrowRight}{ArrowRight}{ArrowUp}{ArrowUp}{ArrowLeft}{ArrowDown}{Enter}",
  );
  expect(moved.map(({ column, row }) => [column, row])).toEqual([
    [8, 7],
    [8, 7],
    [8, 8],
    [8, 8],
    [7, 8],
    [7, 7],
  ]);
  expect(opened).toEqual([{ column: 7, row: 7, seed: 1 }]);
  expect(stand.svg.getAttribute("aria-label")).toContain("column 7, row 7, seed 1");
  const cursor = stand.root.querySelector(".cursor") as SVGRectElement;
  const box = cursor.getBoundingClientRect();
  stand.svg.dispatchEvent(
    new MouseEvent("click", {
      bubbles: true,
      clientX: box.left + 0.9 * box.width,
      clientY: box.top + 0.5 * box.height,
    }),
  );
  expect(opened[1]).toEqual({ column: 7, row: 7, seed: 2 });
  view.destroy();
});

test("Only cells that have changed are painted again", () => {
  const view = phaseGrid(stand.root, {});
  const data = plane();
  view.update(data);
  const canvas = stand.root.querySelector("canvas") as HTMLCanvasElement;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const cleared: number[][] = [];
  const clear = context.clearRect.bind(context);
  context.clearRect = (...box) => {
    cleared.push(box);
    clear(...box);
  };
  const cells = [...data.cells];
  cells[40] = [{ kind: "training", share: 0.5 }];
  view.update({ ...data, cells });
  expect(cleared).toHaveLength(1);
  view.update({ ...data, cells, cursor: { column: 0, row: 0, seed: 0 } });
  expect(cleared).toHaveLength(1);
  view.destroy();
});

test("The words of a diagram with no decay", () => {
  const { draw } = phaseGridFigures.phaseGridLarge;
  const end = draw(stand.root);
  const texts = [...stand.root.querySelectorAll<SVGTextElement>("text")].map(
    ({ dataset }) => dataset.caption,
  );
  expect(texts).toMatchInlineSnapshot(`
    [
      "none",
      "10^{−4}",
      "10^{−3}",
      "10^{−2}",
      "10^{−1}",
      "10^{−5}",
      "10^{−4}",
      "10^{−3}",
      "10^{−2}",
      "10^{−1}",
      "decoder decay λ_{dec}",
      "decoder rate η_{dec}",
    ]
  `);
  expect(stand.root.innerHTML).not.toContain("NaN");
  end();
  expect(stand.root.childElementCount).toBe(0);
});
