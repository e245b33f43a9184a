/**
 * @file `npm run scenes`: records what scenes stand in the middle of, on the exact engine, into
 * `public/data/scenes`: runs, and the answers of chapter 5. With `--check` nothing is written: it fails where
 * a file is not what the engine gives.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { codec } from "../src/app/chapters";
import { answerFile, KEPT } from "../src/chapters/pairs/model/kept";
import { makePairsDesk } from "../src/chapters/pairs/worker/desk";
import { loadSimdEngine } from "../src/engine/simd/loadInNode";
import { wantedRuns } from "../src/kit/live/model/stored";
import { packStoredRun } from "../src/run/storedRun";
import { toTypedJson } from "../src/run/typedJson";
import { closestAt } from "./closestAt";
import { recordRun } from "./recordRun";

const DATA = "public/data";
const FOLDER = join(DATA, "scenes");

async function main(check: boolean): Promise<number> {
  const engine = await loadSimdEngine();
  mkdirSync(FOLDER, { recursive: true });
  const known = new Set<string>();
  let wrong = 0;
  function keep(name: string, content: Uint8Array): void {
    const path = join(FOLDER, name);
    known.add(name);
    const same = existsSync(path) && gunzipSync(readFileSync(path)).equals(content);
    if (same) return;
    if (check) wrong++;
    else writeFileSync(path, gzipSync(content, { level: 9 }));
    console.log(`${name}: ${check ? "is not what the engine gives" : "written"}`);
  }
  for (const run of wantedRuns(codec.scenes))
    keep(`${run.name}.bin`, packStoredRun(await recordRun(engine, run)));
  const ask = makePairsDesk(
    async () => engine,
    async () => {},
  );
  for (const { id, ...kept } of KEPT) {
    const pair = await closestAt(engine, kept);
    const answer = toTypedJson(await ask({ ...kept, pair }));
    keep(basename(answerFile(id)), new TextEncoder().encode(answer));
  }
  for (const file of readdirSync(FOLDER).filter((each) => !known.has(each))) {
    console.log(`${file}: no scene stands in it${check ? "" : ", removed"}`);
    if (check) wrong++;
    else rmSync(join(FOLDER, file));
  }
  const sizes = [...known].map((name) => readFileSync(join(FOLDER, name)).length);
  console.log(`${known.size} files, ${Math.round(sizes.reduce((a, b) => a + b, 0) / 1000)} kB`);
  return wrong > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.includes("--check"));
