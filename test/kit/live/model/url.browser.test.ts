/** @file The address and its history in a browser, while something is drawn. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { packMatrix } from "../../../../src/experiment/matrix";
import { change, draw, liftBrush, stepDrawing } from "../../../../src/kit/live/model/actions";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { bindUrl } from "../../../../src/kit/live/model/url";

const n = 4;
let store: Store;
let unbind: () => void;
let before: string;
let entries: number;
beforeEach(() => {
  before = location.href;
  store = createPageStore();
  change(store, { n, relation: "custom", matrix: packMatrix(new Uint8Array(n * n)) });
  unbind = bindUrl(store);
  entries = history.length;
});
afterEach(() => {
  unbind();
  history.replaceState(null, "", before);
});

const cells = (...pairs: number[]) =>
  packMatrix(Uint8Array.from({ length: n * n }, (_, pair) => (pairs.includes(pair) ? 1 : 0)));
const written = () => new URLSearchParams(location.hash.slice(1)).get("matrix");
const rest = () => store.setState(({ drawing }) => ({ drawing: { ...drawing, phase: "rest" } }));

test("a stroke is written when it ends, as one entry with those that follow before it rests", () => {
  draw(store, { matrix: cells(1) }, "stroke");
  draw(store, { matrix: cells(1, 2) }, "stroke");
  // Until it ends the entry of what was before is the newest.
  expect(history.length).toBe(entries);
  expect(written()).toBe(cells());
  liftBrush(store);
  expect(history.length).toBe(entries + 1);
  expect(written()).toBe(cells(1, 2));
  draw(store, { matrix: cells(1, 2, 7) }, "stroke");
  liftBrush(store);
  stepDrawing(store, -1);
  expect(history.length).toBe(entries + 1);
  expect(written()).toBe(cells(1, 2));
  rest();
  draw(store, { matrix: cells(9) });
  expect(history.length).toBe(entries + 2);
  expect(written()).toBe(cells(9));
});

test("Back leads to what was drawn before", async () => {
  draw(store, { matrix: cells(3) });
  rest();
  draw(store, { matrix: cells(3, 4) });
  rest();
  history.back();
  await expect.poll(() => store.getState().link.settings.matrix).toBe(cells(3));
  expect(store.getState().drawing.future).toHaveLength(1);
});

test("a knob that is turned is no entry", () => {
  change(store, { seed: 5 });
  expect(history.length).toBe(entries);
});
