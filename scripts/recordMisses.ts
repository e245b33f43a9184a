/**
 * @file `npm run misses`: trains the networks whose late errors are shown beside Figure 3 to their end, on the exact
 * engine, and writes into `public/data` which pairs they get wrong. With `--check` nothing is written: it fails
 * where the file is not what the engine gives.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MISSES_FILE, MISSES_FRACTION, MISSES_OF } from "../src/chapters/data/model/misses";
import { loadSimdEngine } from "../src/engine/simd/loadInNode";
import { formatMisses, missesCells } from "../src/experiment/misses";
import { lateErrors } from "./lateErrors";

const PATH = join("public/data", MISSES_FILE);

async function main(check: boolean): Promise<number> {
  const engine = await loadSimdEngine();
  const wrong: Uint8Array[] = [];
  for (const settings of missesCells(MISSES_OF, MISSES_FRACTION))
    wrong.push(await lateErrors(engine, settings));
  const text = formatMisses(MISSES_OF, MISSES_FRACTION, wrong);
  const same = check && readFileSync(PATH, "utf8") === text;
  if (!check) writeFileSync(PATH, text);
  const told = check ? `${same ? "is" : "is not"} what the engine gives` : "written";
  console.log(`${MISSES_FILE}: ${told}; ${wrong.length} networks, ${text.length} bytes`);
  return check && !same ? 1 : 0;
}

process.exitCode = await main(process.argv.includes("--check"));
