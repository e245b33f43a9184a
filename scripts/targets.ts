/**
 * @file The browsers that the page is served to, which package.json lists: the first that run the kernel, mix colours
 * and have module workers. The build lowers for them what is newer, nesting among others; what it leaves is held
 * against the same list by test/browsers/served.test.ts.
 */
import { readFileSync } from "node:fs";

const { browserslist } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as { readonly browserslist: readonly string[] };

/** "ios_saf >= 16.4" as builders say it: "ios16.4". */
const asTarget = (query: string): string => query.replace(" >= ", "").replace("ios_saf", "ios");

export const TARGETS = { target: browserslist.map(asTarget) };
