import { expect, test } from "vitest";
import { bindSight } from "../../src/app/sight";

test("the run is held while the page is hidden, from its opening on", () => {
  const page = Object.assign(new EventTarget(), { hidden: true }) as unknown as Document;
  const held: boolean[] = [];
  bindSight({ hold: (next) => held.push(next) }, page);
  for (const hidden of [false, true, false]) {
    Object.assign(page, { hidden });
    page.dispatchEvent(new Event("visibilitychange"));
  }
  expect(held).toEqual([true, false, true, false]);
});
