/** @file The typeface that a drawing takes with it. */
import "@fontsource-variable/inter/wght.css";
import { expect, test } from "vitest";
import { fontRules } from "../../../../src/kit/live/take/fonts";

const FAMILY = "Inter Variable";

/** Rules as the files of their letters, WOFF2 within. */
async function faces(text: string): Promise<string[]> {
  const rules = await fontRules(FAMILY, text);
  return [...rules.matchAll(/@font-face\{[^}]*\}/g)].map(([rule]) => {
    expect(rule).toMatch(/src:url\(data:font\/woff2;base64,d09GMg/);
    return /unicode-range:(U\+[\da-f-]+)/i.exec(rule)?.[1] ?? "";
  });
}

test("is those files that have its letters, and no other", async () => {
  expect(await faces("step 420")).toEqual(["U+0-FF"]);
  expect((await faces("η of step 420")).toSorted()).toEqual(["U+0-FF", "U+370-377"]);
  expect(await faces("")).toEqual([]);
});

test("is left out where the page has none of that name", async () => {
  expect(await fontRules("Nobody Sans", "step 420")).toBe("");
});
