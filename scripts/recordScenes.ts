/**
 * @file `npm run scenes`: records the runs that scenes stand in the middle of, on the exact engine, into
 * `public/data/scenes`. With `--check` nothing is written: it fails where a file is not what the engine gives.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { codec } from "../src/app/chapters";
import { loadSimdEngine } from "../src/engine/simd/loadInNode";
import { wantedRuns } from "../src/kit/live/model/stored";
import { packStoredRun } from "../src/run/storedRun";
import { recordRun } from "./recordRun";

const FOLDER = "public/data/scenes";

async function main(): Promise<number> {
  const check = process.argv.includes("--check");
  const engine = await loadSimdEngine();
  const wanted = wantedRuns(codec.scenes);
  mkdirSync(FOLDER, { recursive: true });
  let wrong = 0;
  let total = 0;
  for (const run of wanted) {
    const path = join(FOLDER, `${run.name}.bin`);
    const bytes = packStoredRun(await recordRun(engine, run));
    const same = existsSync(path) && gunzipSync(readFileSync(path)).equals(bytes);
    if (!same && !check) writeFileSync(path, gzipSync(bytes, { level: 9 }));
    if (!same && check) wrong++;
    total += existsSync(path) ? readFileSync(path).length : 0;
    console.log(
      `${run.name}: steps ${run.moments.join(", ")}${same ? "" : check ? ": differs" : ": written"}`,
    );
  }
  const names = new Set(wanted.map(({ name }) => `${name}.bin`));
  for (const file of readdirSync(FOLDER).filter((each) => !names.has(each))) {
    console.log(`${file}: no scene stands in it`);
    if (check) wrong++;
    else rmSync(join(FOLDER, file));
  }
  console.log(`${wanted.length} runs, ${Math.round(total / 1000)} kB`);
  return wrong > 0 ? 1 : 0;
}

process.exitCode = await main();
