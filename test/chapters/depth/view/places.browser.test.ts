/**
 * @file Figure 4: deeper decoders stand further to the right, greater accuracies higher, and zones,
 * rows and names belong to the depths and values that they stand at.
 */
import { describe, expect, test } from "vitest";
import { depthChart } from "../../../../src/chapters/depth/view/depthChart";
import {
  axisOf,
  edgesOf,
  endsOf,
  expectPlaces,
  expectUpright,
  heightAt,
  heightsAt,
  middleOf,
  pointAt,
  ticksOf,
} from "../../../reading/axes";
import { makeStand } from "../../../stand";
import { laddered } from "../figures/depth";

const stand = makeStand(600, 380);

/** The picture, with where depths and accuracies stand by its own axes. */
function show(data = laddered) {
  const picked: number[] = [];
  const onPick = (replica: number) => picked.push(replica);
  const view = stand.mount(depthChart, data, { onPick });
  const { x, y } = ticksOf(stand);
  expect(Math.min(x.length, y.length)).toBeGreaterThan(4);
  return { view, picked, x: axisOf(x, "linear", 1), y: axisOf(y, "linear", -1) };
}

const groups = () => [...stand.root.querySelectorAll(".seed-curve")];
const circlesOf = (curve: number) => [...groups()[curve].querySelectorAll("circle")];

describe.each([
  ["large", false],
  ["small", true],
])("in a %s picture", (_, small) => {
  test("every seed is a dot at its accuracy, the seeds of one depth about that depth", () => {
    const { view, x, y } = show({ ...laddered, small });
    expect(groups()).toHaveLength(2);
    laddered.curves.forEach(({ dots }, curve) => {
      const places = circlesOf(curve).map(middleOf);
      expectPlaces(
        places.map((at) => at.y),
        dots.map(({ value }) => y(value)),
      );
      for (const depth of laddered.depths) {
        const own = places.filter((_, i) => dots[i].x === depth);
        expect(own).toHaveLength(3);
        expectPlaces([own.reduce((sum, at) => sum + at.x / 3, 0)], [x(depth)]);
      }
    });
    // The deepest is right of the shallowest, and has the greater test accuracy.
    const [first, last] = [circlesOf(1)[1], circlesOf(1)[16]].map(middleOf);
    expect(last.x - first.x).toBeGreaterThan(100);
    expect(first.y - last.y).toBeGreaterThan(10);
    expectUpright(stand);
    view.destroy();
  });

  test("lines go through medians, bands from lowest to highest, references across at their values", () => {
    const { view, x, y } = show({ ...laddered, small });
    expect(groups()).toHaveLength(2);
    groups().forEach((group, i) => {
      const { spreads } = laddered.curves[i];
      const [line, band] = [".median", ".band"].map((part) => group.querySelector(part) as Element);
      for (const { x: depth, low, median, high } of spreads.slice(1, -1)) {
        expectPlaces([heightAt(line, x(depth))], [y(median)]);
        expectPlaces(heightsAt(band, x(depth)), [y(high), y(low)]);
      }
      const [from, to] = endsOf(line);
      expectPlaces([from.x, from.y], [x(0), y(spreads[0].median)]);
      expectPlaces([to.x, to.y], [x(5), y(spreads[5].median)]);
    });
    const [left, right] = edgesOf(stand.find(".grid line"));
    const across = [...stand.root.querySelectorAll(".references line")].map(edgesOf);
    expect(across).toHaveLength(2);
    expectPlaces(across[0], [left, right, y(0.9), y(0.9)]);
    expectPlaces(across[1], [left, right, y(0.667), y(0.667)]);
    view.destroy();
  });

  test("a zone covers the columns of its depths, from half a column before to half a column after, letter above", () => {
    const { view, x } = show({ ...laddered, small });
    const half = (x(1) - x(0)) / 2;
    const frame = stand.find(".grid path").getBoundingClientRect();
    const zones = [...stand.root.querySelectorAll(".zones g")];
    expect(zones.map((zone) => zone.querySelector(".letter")?.textContent)).toEqual([
      "C",
      "G",
      "M",
    ]);
    zones.forEach((zone, i) => {
      const { side, from, to } = laddered.zones[i];
      const tint = zone.querySelector(".tint") as SVGRectElement;
      const [left, right, top, bottom] = edgesOf(tint);
      expectPlaces([left, right, top], [x(from) - half, x(to) + half, frame.top]);
      // The frame ends in the feet of its ticks.
      expect(frame.bottom - bottom).toBeCloseTo(4, 0);
      expect((zone as SVGGElement).style.getPropertyValue("--phase")).toBe(`var(--${side})`);
      const letter = zone.querySelector(".letter") as Element;
      const [l, r, , b] = edgesOf(letter);
      expect([l > left, r < right, b < top + 2]).toEqual([true, true, true]);
    });
    view.destroy();
  });
});

test("Letters of zones narrower than they are stand beside each other in the zones' order, numbers apart", () => {
  const sides = ["generalisation", "memorisation"] as const;
  const depths = Array.from({ length: 13 }, (_, depth) => depth);
  const zones = [7, 8, 9, 10].map((at, i) => ({ side: sides[i % 2], from: at, to: at }));
  stand.root.style.width = "150px";
  const view = stand.mount(
    depthChart,
    { ...laddered, depths, zones, small: true },
    { onPick: () => {} },
  );
  const apart = (selector: string, gap: number) => {
    const boxes = [...stand.root.querySelectorAll(selector)].map((node) => edgesOf(node));
    expect(boxes.length).toBeGreaterThan(3);
    for (const [i, [left]] of boxes.slice(1).entries())
      expect(left - boxes[i][1]).toBeGreaterThanOrEqual(gap);
  };
  apart(".plate", 1);
  const numbers = [...stand.root.querySelectorAll(".grid text")].filter((node) =>
    /^\d+$/.test(node.textContent ?? ""),
  );
  for (const node of numbers) node.classList.add("depth-number");
  apart(".depth-number", 2);
  view.destroy();
});

test.each([390, 466, 600])(
  "%i px wide: the names of rows stand clear of their last numbers",
  (width) => {
    const depths = Array.from({ length: 13 }, (_, depth) => depth);
    const rows = [{ label: "parameters", values: depths.map((depth) => 1159 + depth), own: true }];
    stand.root.style.width = `${width}px`;
    const { view } = show({ ...laddered, depths, rows, curves: [], zones: [] });
    const texts = [...stand.root.querySelectorAll(".rows text")].map((node) => ({
      words: node.textContent ?? "",
      edges: edgesOf(node),
    }));
    const name = texts.find(({ words }) => words === "parameters")?.edges ?? [];
    const numbers = texts.filter(({ words }) => /^\d{4}$/.test(words));
    expect(numbers.length).toBeGreaterThan(3);
    expect(name[0] - Math.max(...numbers.map(({ edges }) => edges[1]))).toBeGreaterThanOrEqual(4);
    expect(name[1]).toBeLessThanOrEqual(edgesOf(stand.svg)[1]);
    view.destroy();
  },
);

test("Numbers in the rows stand under the depth that they belong to, under the axis' own", () => {
  const depths = Array.from({ length: 25 }, (_, depth) => depth);
  const values = depths.map((depth) => 1000 + depth);
  const rows = [
    { label: "first", values, own: true },
    { label: "second", values: values.map((value) => value + 1000), own: false },
  ];
  const { view, x } = show({ ...laddered, depths, rows, curves: [], zones: [] });
  const texts = [...stand.root.querySelectorAll(".rows text")];
  const axis = edgesOf(stand.find(".grid path"))[3];
  let above = axis;
  for (const first of [1000, 2000]) {
    const row = texts.filter(
      (text) => Math.floor(Number(text.textContent) / 1000) * 1000 === first,
    );
    expect(row.length).toBeGreaterThan(3);
    for (const text of row) expectPlaces([middleOf(text).x], [x(Number(text.textContent) - first)]);
    const [, , top] = edgesOf(row[0]);
    expect(top).toBeGreaterThan(above);
    above = top;
  }
  // A row's name is at its height, right of the numbers.
  for (const [label, number] of [
    ["first", "1000"],
    ["second", "2000"],
  ]) {
    const [name, value] = [label, number].map(
      (text) => texts.find((node) => node.textContent === text) as Element,
    );
    expectPlaces([middleOf(name).y], [middleOf(value).y]);
    expect(edgesOf(name)[0]).toBeGreaterThan(x(24));
  }
  view.destroy();
});

test("A value below 0.4 stands on the axis too, which then starts lower", () => {
  const [train, low] = laddered.curves;
  const dots = low.dots.map((dot) => ({ ...dot, value: dot.value - 0.45 }));
  const { view, y } = show({ ...laddered, curves: [train, { ...low, dots }] });
  expectPlaces(
    circlesOf(1).map((circle) => middleOf(circle).y),
    dots.map(({ value }) => y(value)),
  );
  const axis = edgesOf(stand.find(".grid path"))[3];
  expect(circlesOf(1).every((circle) => edgesOf(circle)[3] < axis)).toBe(true);
  view.destroy();
});

test("A press on a dot picks its network, and both dots of the network that trains are marked", () => {
  const { view, picked, y } = show();
  const { dots } = laddered.curves[1];
  const circles = circlesOf(1);
  expect(circles).toHaveLength(18);
  circles.forEach((circle, i) => {
    pointAt(stand, stand.svg, "click", middleOf(circle));
    expect(picked).toHaveLength(i + 1);
    expect(picked.at(-1)).toBe(dots[i].replica);
  });
  // Replica 7: the middle seed at depth 2, learnt in both.
  const chosen = [...stand.root.querySelectorAll("circle.chosen")];
  expect(chosen).toEqual([circlesOf(0)[7], circlesOf(1)[7]]);
  expectPlaces(
    chosen.map((circle) => middleOf(circle).y),
    [y(1), y(1)],
  );
  view.destroy();
});
