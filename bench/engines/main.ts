/**
 * @file `npm run bench [-- --rounds 5]`: every variant in Chromium and in Node, round after round. JSON goes to stdout
 * and bench/results/engines.json, tables to docs/performance.md, the chart to docs/cost.svg, progress to stderr.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release, type } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { versionOf } from "../../scripts/python";
import { bundle } from "./bundle";
import { openChromium } from "./chromium";
import { collect } from "./collect";
import { costChart } from "./costChart";
import { costs } from "./costTable";
import { withSection } from "./document";
import { openNode } from "./node";
import { findPython } from "./python";
import { summary, tables } from "./report";

const ROOT = join(import.meta.dirname, "../..");
const RESULT = join(ROOT, "bench/results/engines.json");
const DOCUMENT = join(ROOT, "docs/performance.md");
const CHART = join(ROOT, "docs/cost.svg");
const WASM = join(ROOT, "node_modules/@tensorflow/tfjs-backend-wasm/dist/");

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds is ${values.rounds} and should be a whole number, 1 at least`);

const built = await bundle(join(ROOT, "build/bench"));
const chromium = await openChromium(built.page);
const torch = findPython("torch");
const pythons = { torch, numpy: torch ?? findPython("numpy") };
const node = openNode(built.process, {
  kernel: join(ROOT, "build/kernel.wasm"),
  wasm: WASM,
  peer: join(ROOT, "bench/engines/subjects/peer.py"),
  pythons,
});
try {
  const findings = await collect(chromium, node, rounds, (line) => console.error(line));
  const machine = {
    processor: cpus()[0].model,
    cores: cpus().length,
    system: `${type()} ${release().split("-")[0]}`,
    chromium: chromium.version,
    node: node.version,
    peers: [
      ...(pythons.torch ? [`PyTorch ${versionOf(pythons.torch, "torch")}`] : []),
      ...(pythons.numpy ? [`NumPy ${versionOf(pythons.numpy, "numpy")}`] : []),
    ],
    rounds,
    date: new Date().toISOString().slice(0, 10),
  };
  const json = JSON.stringify(summary(machine, findings), null, 1);
  mkdirSync(dirname(RESULT), { recursive: true });
  writeFileSync(RESULT, `${json}\n`);
  const text = readFileSync(DOCUMENT, "utf8");
  writeFileSync(DOCUMENT, withSection(text, tables(machine, findings)));
  writeFileSync(CHART, costChart(costs(findings)));
  console.log(json);
} finally {
  await chromium.close();
  await node.close();
}
