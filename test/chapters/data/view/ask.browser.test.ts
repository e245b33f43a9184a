/**
 * @file Ten numbers to ask about, and those who ask: R(x, y) stands in the row of x and the column of y,
 * a press asks what is painted there, and curves stand at their bits over their questions.
 */
import { expect, test } from "vitest";
import { askMatrix, askWords } from "../../../../src/chapters/data/view/askMatrix";
import { askRace } from "../../../../src/chapters/data/view/askRace";
import { idealLine } from "../../../../src/chapters/data/view/idealLine";
import { expectUpright, pointAt } from "../../../reading/axes";
import { makeStand, press } from "../../../stand";
import { fourAsked, raced, three } from "../figures/ask";

const stand = makeStand(320, 360);
const N = fourAsked.n;

const boxes = () =>
  [...stand.root.querySelectorAll(".cells g")].map((g) => ({
    kind: g.getAttribute("class"),
    text: g.querySelector("text")?.textContent,
    box: (g.querySelector("rect") as Element).getBoundingClientRect(),
  }));
const middle = ({ left, top, width, height }: DOMRect) => ({
  x: left + width / 2,
  y: top + height / 2,
});

test("Pairs stand in the row of x and the column of y under their numbers, and the ring is around the best", () => {
  const view = stand.mount(askMatrix, fourAsked, { onAsk: () => {} });
  const heads = [...stand.root.querySelectorAll(".heads text")].slice(1).map((head) => ({
    text: head.textContent,
    at: middle(head.getBoundingClientRect()),
  }));
  for (const [pair, { kind, text, box }] of boxes().entries()) {
    const [x, y] = [Math.floor(pair / N), pair % N];
    const [above, beside] = [heads[2 * y], heads[2 * x + 1]];
    expect([above.text, beside.text]).toEqual([`${y}`, `${x}`]);
    expect(middle(box).x).toBeCloseTo(above.at.x, -0.5);
    expect(Math.abs(middle(box).y - beside.at.y)).toBeLessThan(4);
    expect(kind?.split(" ")[0]).toBe(fourAsked.status[pair]);
    expect(kind?.includes("fresh")).toBe(fourAsked.fresh.includes(pair));
    expect(text).toBe(fourAsked.status[pair] === "open" ? "" : `${fourAsked.value[pair]}`);
  }
  const ring = middle((stand.find(".marks .best") as Element).getBoundingClientRect());
  const best = middle(boxes()[fourAsked.best as number].box);
  expect(Math.hypot(ring.x - best.x, ring.y - best.y)).toBeLessThan(2);
  expectUpright(stand);
  const status = fourAsked.status.map((each, pair) => (pair === 7 ? "clash" : each));
  view.update({ ...fourAsked, status, best: null });
  const crosses = [...stand.root.querySelectorAll(".marks path")].map((path) =>
    middle(path.getBoundingClientRect()),
  );
  const clash = middle(boxes()[7].box);
  expect(crosses).toHaveLength(1);
  expect(Math.hypot(crosses[0].x - clash.x, crosses[0].y - clash.y)).toBeLessThan(2);
  view.destroy();
});

test("Pointer and keys read the pair that is painted there, and a press and Enter ask about it", () => {
  const asked: number[] = [];
  const view = stand.mount(askMatrix, fourAsked, { onAsk: (pair) => asked.push(pair) });
  const svg = stand.find("svg") as SVGSVGElement;
  for (const [pair, { box }] of boxes().entries()) {
    pointAt(stand, svg, "pointermove", middle(box));
    expect(stand.caption).toBe(askWords(fourAsked, pair));
    pointAt(stand, svg, "click", middle(box));
    expect(asked.at(-1)).toBe(pair);
  }
  pointAt(stand, svg, "pointerleave", { x: 0, y: 0 });
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) press(svg, key);
  press(svg, "Enter");
  expect(asked.at(-1)).toBe(N + 1);
  view.destroy();
});

test("Curves go through their bits over their questions, and end where all is known", () => {
  const view = stand.mount(askRace, raced, {});
  const ticks = [...stand.root.querySelectorAll(".grid text")].map((tick) => ({
    text: Number(tick.textContent),
    x: Number(tick.getAttribute("x")),
    y: Number(tick.getAttribute("y")),
    beside: tick.getAttribute("text-anchor") === "end",
  }));
  const line = (name: string) => stand.find(`.line.${name}`)?.getAttribute("d") as string;
  const points = (name: string) =>
    line(name)
      .slice(1)
      .split("L")
      .map((point) => point.split(",").map(Number));
  const below = ticks.filter(({ beside }) => !beside);
  const beside = ticks.filter((tick) => tick.beside);
  const scale = (all: readonly { at: number; text: number }[]) => {
    const [one, other] = [all[0], all[all.length - 1]];
    return (px: number) =>
      one.text + ((px - one.at) * (other.text - one.text)) / (other.at - one.at);
  };
  const toQuestions = scale(below.map(({ x, text }) => ({ at: x, text })));
  const toBits = scale(beside.map(({ y, text }) => ({ at: y - 4.5, text })));
  // More is further up, and later further right.
  expect(beside[0].y).toBeGreaterThan(beside[beside.length - 1].y);
  expect(below[0].x).toBeLessThan(below[below.length - 1].x);
  for (const { name, bits } of [...raced.askers, { name: "own", bits: raced.own }]) {
    const read = points(name).map(([x, y]) => [toQuestions(x), toBits(y)]);
    expect(read).toHaveLength(bits?.length ?? -1);
    read.forEach(([question, value], i) => {
      expect(question).toBeCloseTo(i, 1);
      expect(value).toBeCloseTo(bits?.[i] as number, 1);
    });
  }
  for (const { name, questions } of raced.askers)
    expect(toQuestions(Number(stand.find(`.dots .${name}`)?.getAttribute("cx")))).toBeCloseTo(
      questions,
      1,
    );
  expectUpright(stand);
  view.destroy();
});

test("Where bits are not known, no curve is drawn, and the questions still stand", () => {
  const view = stand.mount(
    askRace,
    {
      ...raced,
      total: null,
      own: Float64Array.of(0, Number.NaN),
      askers: raced.askers.slice(1).map((asker) => ({ ...asker, bits: null })),
    },
    {},
  );
  expect(stand.root.querySelectorAll(".line")).toHaveLength(0);
  expect(
    [...stand.root.querySelectorAll(".words text")].map(({ textContent }) => textContent),
  ).toEqual([
    "5.1: any pair that is still open",
    "12.0: pairs as chance brings them",
    "questions asked",
  ]);
  view.destroy();
});

test("Three repons stand at their places, and the arc over the two that are not alike is broken", () => {
  const view = stand.mount(idealLine, three, {});
  const number = (element: Element, name: string) => Number(element.getAttribute(name));
  const ticks = [...stand.root.querySelectorAll(".grid text")];
  const [zero, last] = [ticks[0], ticks[ticks.length - 1]];
  const unit = (number(last, "x") - number(zero, "x")) / Number(last.textContent);
  const dots = [...stand.root.querySelectorAll(".dots circle")].map((dot) => number(dot, "cx"));
  dots.forEach((at, i) => {
    expect((at - number(zero, "x")) / unit).toBeCloseTo(i * three.step, 2);
  });
  const arcs = [...stand.root.querySelectorAll(".arcs path")];
  expect(arcs.map((arc) => arc.getAttribute("class"))).toEqual(["alike", "alike", "unlike"]);
  expect(getComputedStyle(arcs[2]).strokeDasharray).not.toBe("none");
  expect(getComputedStyle(arcs[0]).strokeDasharray).toBe("none");
  view.update({ ...three, step: 0.1 });
  expect(arcs.map((arc) => arc.getAttribute("class"))).toEqual(["alike", "alike", "alike"]);
  view.destroy();
});
