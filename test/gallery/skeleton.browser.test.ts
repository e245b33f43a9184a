/**
 * @file Every picture of the gallery against its kept skeleton: what stands where. One that has been
 * changed on purpose is kept anew by `npx vitest run --project browser skeleton -t NAME -u`.
 */
import "@fontsource-variable/inter";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { still } from "../reading/pixels";
import { makeScribe, type Scribe } from "../reading/writing";
import { makeStand } from "../stand";
import { FIGURES } from "./figures";
import { settled, skeletonOf } from "./skeleton";

const stand = makeStand(500, 500);

const KEPT = import.meta.glob<string>("./skeletons/*.txt", {
  query: "?raw",
  import: "default",
  eager: true,
});

let scribe: Scribe;
beforeAll(async () => {
  // The typeface of the page, so that a caption has as many lines as there.
  const words = [400, 550, 650, 750].map((weight) => `${weight} 14px "Inter Variable"`);
  await Promise.all(words.map((font) => document.fonts.load(font, "Aη→−×²")));
});
beforeEach(() => {
  // A run that plays stays at its first moment.
  vi.useFakeTimers({ toFake: ["setInterval"] });
  scribe = makeScribe(false);
});
afterEach(() => {
  scribe.stop();
  vi.useRealTimers();
});

describe("the skeleton of", () => {
  const figures = Object.entries(FIGURES);

  test("every picture is kept, and no other", () => {
    expect(figures.length).toBeGreaterThan(40);
    const names = Object.keys(KEPT).map((path) => path.replace(/^.*\/|\.txt$/g, ""));
    expect(names.sort()).toEqual(figures.map(([name]) => name).sort());
  });

  test.for(figures)("%s", async ([name, { size, draw }]) => {
    const [width, height] = size;
    // The pointer may lie where another test has left it.
    stand.root.style.cssText = `width: ${width}px; height: ${height}px; pointer-events: none`;
    const remove = draw(stand.root);
    await still(() => stand.root.innerHTML);
    const now = skeletonOf(stand.root, scribe);
    const kept = KEPT[`./skeletons/${name}.txt`] ?? "";
    await expect(settled(now, kept)).toMatchFileSnapshot(`skeletons/${name}.txt`);
    remove();
  });
});
