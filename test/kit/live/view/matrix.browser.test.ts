import { expect, test, vi } from "vitest";
import { matrix } from "../../../../src/kit/live/view/matrix";
import { makeStand, pixel, press } from "../../../stand";
import { run } from "../figures/matrix";

const stand = makeStand(500, 500);

test("says how many pairs are held out and how many predicted wrongly", () => {
  const view = stand.mount(matrix, run, {});
  const wrong = Array.from(run.prediction ?? []).filter(
    (p, pair) => p > 0.5 !== (run.truth[pair] === 1),
  );
  expect(stand.find("[role=img]").getAttribute("aria-label")).toContain(
    `30 by 30, showing prediction: 225 pairs held out, ${wrong.length} predicted wrongly`,
  );
  view.destroy();
});

test("arrow keys move over the cells, with the caption read out", () => {
  const onHover = vi.fn();
  const onPick = vi.fn();
  const view = stand.mount(matrix, run, { onHover, onPick });
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "Enter"])
    press(stand.find("[role=img]"), key);
  expect(onHover.mock.calls.map(([pair]) => pair)).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 1 },
    { x: 1, y: 1 },
  ]);
  expect(onPick.mock.calls).toEqual([[{ x: 1, y: 1 }]]);
  expect(stand.find(".reading").textContent).toMatch(
    /^R\(1, 1\) = 1, (held out|trained on), P = \d\.\d\d$/,
  );
  expect(stand.find("output").textContent).toBe(stand.find(".reading").textContent);
  view.destroy();
});

test("the order permutes rows and columns", () => {
  const onHover = vi.fn();
  const order = Array.from({ length: 30 }, (_, i) => 29 - i);
  const view = stand.mount(matrix, { ...run, order }, { onHover });
  press(stand.find("[role=img]"), "ArrowRight");
  expect(onHover.mock.calls).toEqual([[{ x: 29, y: 29 }]]);
  view.destroy();
});

test("the cell under the pointer stays under it through a zoom", () => {
  const onHover = vi.fn();
  const view = stand.mount(matrix, run, { onHover });
  const over = stand.find("[role=img]");
  const [px, py] = [300, 211];
  stand.point(over, "pointermove", px, py);
  const box = stand.root.getBoundingClientRect();
  const at = { clientX: box.left + px, clientY: box.top + py, deltaY: -300, bubbles: true };
  const turn = () => {
    const wheel = new WheelEvent("wheel", { ...at, cancelable: true });
    over.dispatchEvent(wheel);
    return wheel.defaultPrevented;
  };
  // Until the reader is inside, the wheel is the page's, and it is said how to get there.
  expect([turn(), stand.texts(".view-hint").length]).toEqual([false, 1]);
  (over as HTMLElement).focus();
  expect([turn(), stand.texts(".view-hint").length]).toEqual([true, 0]);
  stand.point(over, "pointerleave", px, py);
  stand.point(over, "pointermove", px, py);
  expect(onHover.mock.calls[2]).toEqual(onHover.mock.calls[0]);
  view.destroy();
});

test("zoomed in, a matrix that became another has no cell where there is none", () => {
  const onHover = vi.fn();
  const view = stand.mount(matrix, run, { onHover });
  const over = stand.find("[role=img]");
  const box = stand.root.getBoundingClientRect();
  const corner = { clientX: box.left + 470, clientY: box.top + 470, bubbles: true };
  for (let turn = 0; turn < 6; turn++)
    over.dispatchEvent(new WheelEvent("wheel", { ...corner, deltaY: -300, cancelable: true }));
  const labels = run.labels.map((label) => `element ${label} of a relation with long names`);
  view.update({ ...run, labels });
  const said = new Set<string>();
  for (let px = 5; px < 500; px += 5) {
    for (const place of [
      [px, 495],
      [495, px],
      [px, px],
    ]) {
      stand.point(over, "pointermove", place[0], place[1]);
      said.add(stand.find(".reading").textContent ?? "");
    }
  }
  expect([...said].filter((words) => /undefined|NaN/.test(words))).toEqual([]);
  for (const [pair] of onHover.mock.calls)
    if (pair) expect([pair.x, pair.y].every((x) => x >= 0 && x < 30)).toBe(true);
  expect(onHover.mock.calls.length).toBeGreaterThan(5);
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
  const view = stand.mount(matrix, data, {});
  const canvas = stand.find("canvas") as HTMLCanvasElement;
  const [held, trained] = [pixel(canvas, 24, 60), pixel(canvas, 24, 200)];
  expect(held[0] - held[2]).toBeGreaterThan(50);
  expect(Math.abs(trained[0] - trained[2])).toBeLessThan(12);
  view.destroy();
});
