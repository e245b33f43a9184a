/**
 * @file What a second run and a question add to latent space: rings where the partners are, a line from each disc to
 * its own, and an arrow from the first element of a pair to the second.
 */
import { describe, expect, test, vi } from "vitest";
import { type LatentData, latent } from "../../../../src/kit/live/view/latent";
import { latentAt, trailSteps } from "../../../gallery/run";
import { middleOf } from "../../../reading/plane";
import { makeStand } from "../../../stand";

const stand = makeStand(500, 500);

const n = 30;
/** Each partner lies elsewhere: no two shifts are alike. */
const shift = (i: number) => [0.05 + 0.02 * i, -0.5 + 0.03 * i] as const;

const run = latentAt(trailSteps.length - 1);
/** Without a chosen one, which would stand over the others. */
const data: LatentData = { ...run, trails: null, field: null, arrows: null, pinned: null };
const partners = Float32Array.from(data.positions, (value, k) => value + shift(k >> 1)[k % 2]);

const discs = () => [...stand.root.querySelectorAll(".disc")].map(middleOf);
const rings = () => [...stand.root.querySelectorAll(".partner")].map(middleOf);
/** Pixels for a unit to the right, by the two repons that are farthest apart. */
function unitOf(positions: ArrayLike<number>): number {
  const at = discs();
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => positions[2 * a] - positions[2 * b],
  );
  const [first, last] = [order[0], order[n - 1]];
  return (at[last].x - at[first].x) / (positions[2 * last] - positions[2 * first]);
}

describe("partners", () => {
  test("stand as far from their discs as the data says, right and up", () => {
    const view = stand.mount(latent, { ...data, partners }, {});
    const unit = unitOf(data.positions);
    expect(rings()).toHaveLength(n);
    discs().forEach((disc, i) => {
      const [right, up] = shift(i);
      expect(rings()[i].x - disc.x).toBeCloseTo(right * unit, 0);
      expect(disc.y - rings()[i].y).toBeCloseTo(up * unit, 0);
    });
    view.destroy();
  });

  test("are joined to their own discs, in their colours", () => {
    const view = stand.mount(latent, { ...data, partners }, {});
    const lines = [...stand.root.querySelectorAll<SVGLineElement>(".between")];
    expect(lines).toHaveLength(n);
    const { left, top } = stand.svg.getBoundingClientRect();
    lines.forEach((line, i) => {
      const ends = ["x1", "y1", "x2", "y2"].map((name) => Number(line.getAttribute(name)));
      expect(ends[0] + left).toBeCloseTo(discs()[i].x, 0);
      expect(ends[1] + top).toBeCloseTo(discs()[i].y, 0);
      expect(ends[2] + left).toBeCloseTo(rings()[i].x, 0);
      expect(ends[3] + top).toBeCloseTo(rings()[i].y, 0);
      const disc = stand.root.querySelectorAll(".disc")[i];
      expect(getComputedStyle(line).stroke).toBe(getComputedStyle(disc).fill);
    });
    view.destroy();
  });

  test("are in sight, dimmed with their discs, and gone where there are none", () => {
    const far = Float32Array.from(partners, (value, k) => (k < 2 ? value + 20 : value));
    const view = stand.mount(latent, { ...data, partners: far, hovered: [3] }, {});
    const { left, right, top, bottom } = stand.root.getBoundingClientRect();
    for (const { x, y } of rings()) {
      expect(x).toBeGreaterThan(left);
      expect(x).toBeLessThan(right);
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(bottom);
    }
    expect(stand.root.querySelectorAll(".partner:not(.dim)")).toHaveLength(1);
    view.update(data);
    expect(rings()).toHaveLength(0);
    expect(stand.root.querySelectorAll(".between")).toHaveLength(0);
    view.destroy();
  });
});

/** A press at one place of the page that moves to another and ends there, with the click that browsers make of it. */
function drag(from: { x: number; y: number }, to: { x: number; y: number }): void {
  const node = stand.svg;
  const event = (kind: string, { x, y }: { x: number; y: number }) =>
    node.dispatchEvent(
      new (kind === "click" ? MouseEvent : PointerEvent)(kind, {
        clientX: x,
        clientY: y,
        button: 0,
        pointerId: 1,
        bubbles: true,
        cancelable: true,
      }),
    );
  node.setPointerCapture = () => {};
  event("pointerdown", from);
  event("pointermove", { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  event("pointermove", to);
  event("pointerup", to);
  event("click", to);
}

describe("a pair", () => {
  test("is an arrow that begins at x and ends at y", () => {
    const view = stand.mount(latent, { ...data, pair: [4, 22] }, {});
    const arrow = stand.find(".asked") as SVGPathElement;
    const { left, top } = stand.svg.getBoundingClientRect();
    const [from, to] = [discs()[4], discs()[22]];
    const start = arrow.getPointAtLength(0);
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const gap = Math.hypot(start.x + left - from.x, start.y + top - from.y);
    expect(gap).toBeLessThan(12);
    const box = arrow.getBoundingClientRect();
    expect((box.left + box.right) / 2).toBeCloseTo(middle.x, -1);
    // Its wings are at y: three strokes end within a head's length of it.
    const length = arrow.getTotalLength();
    const end = arrow.getPointAtLength(length);
    expect(Math.hypot(end.x + left - to.x, end.y + top - to.y)).toBeLessThan(25);
    view.destroy();
  });

  test("is asked about by a line from one repon to another, which is no press on either", () => {
    const [onLink, onPin] = [vi.fn(), vi.fn()];
    const view = stand.mount(latent, data, { onLink, onPin });
    drag(discs()[4], discs()[22]);
    expect(onLink.mock.calls).toEqual([[4, 22]]);
    expect(onPin).not.toHaveBeenCalled();
    expect(stand.root.querySelector(".asked")).toBe(null);
    drag(discs()[4], discs()[4]);
    expect(onLink).toHaveBeenCalledTimes(1);
    expect(onPin.mock.calls).toEqual([[4]]);
    view.destroy();
  });

  test("is not asked about where the line ends at no repon, nor where lines are not wanted", () => {
    const onLink = vi.fn();
    const view = stand.mount(latent, data, { onLink });
    const { left, top } = stand.root.getBoundingClientRect();
    drag(discs()[4], { x: left + 1, y: top + 1 });
    expect(onLink).not.toHaveBeenCalled();
    view.destroy();
    const onPin = vi.fn();
    const plain = stand.mount(latent, data, { onPin });
    drag(discs()[4], discs()[22]);
    expect(onPin.mock.calls).toEqual([[22]]);
    plain.destroy();
  });
});
