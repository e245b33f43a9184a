import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { expect, test } from "vitest";

const FIRST = join(import.meta.dirname, "../../public/first.js");

test("what speaks for a page that does not come is read by every browser: it is ECMAScript 5", () => {
  expect(() => parse(readFileSync(FIRST, "utf8"), { ecmaVersion: 5 })).not.toThrow();
});
