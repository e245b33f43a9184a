/** @file What is pointed at is lit, whether it was drawn before or is drawn later. */
import { afterEach, expect, test } from "vitest";
import { point } from "../../../src/kit/live/model/actions";
import { createPageStore } from "../../../src/kit/live/model/store";
import { bindPointing } from "../../../src/kit/live/pointing";

const root = document.body.appendChild(document.createElement("div"));
afterEach(() => root.replaceChildren());

function draw(thing: string): HTMLElement {
  const element = root.appendChild(document.createElement("div"));
  element.dataset.thing = thing;
  return element;
}

const lit = (element: HTMLElement) => "lit" in element.dataset;

test("a picture that is drawn while its thing is pointed at is lit, and goes out with the others", async () => {
  const store = createPageStore();
  const end = bindPointing(store, root);
  const early = draw("repon train");
  point(store, "repon");
  expect(lit(early)).toBe(true);
  const late = draw("repon");
  const other = draw("field");
  await expect.poll(() => lit(late)).toBe(true);
  expect(lit(other)).toBe(false);
  point(store, null);
  expect([early, late].some(lit)).toBe(false);
  const after = draw("repon");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lit(after)).toBe(false);
  end();
});
