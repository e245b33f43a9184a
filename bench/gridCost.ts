/**
 * @file What the recordings cost, in core-hours: the steps that their replicas made (read from the
 * recordings) over the speed of one core at that experiment's settings (measured here).
 *
 *   npm run build:kernel && npx tsx bench/gridCost.ts
 *
 * Prints the table of docs/recording.md. Processor time, not the clock, is measured, so that other
 * work on the machine matters little.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { loadSimdEngine } from "../src/engine/simd/loadInNode";
import { openTrial } from "../src/engine/trial";
import { cells } from "../src/experiment/experiment";
import { parseExperiment } from "../src/experiment/experimentFile";
import type { Settings } from "../src/experiment/params";
import { parseRecording } from "../src/experiment/recording";
import { NOT_BEGUN } from "../src/run/standing";

const DATA = "public/data";
/** Microseconds of processor time for each speed. */
const SAMPLE = 5e5;
/** Most steps of a measured run: early ones are evaluated more often, as they are in a sweep. */
const STEPS = 10_000;

const engine = await loadSimdEngine();

/** Steps a second of one core. */
async function speedOf(settings: Settings): Promise<number> {
  const steps = Math.min(settings.steps, STEPS);
  let made = 0;
  const before = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  while (spent() < SAMPLE) {
    const trial = await openTrial(engine, [{ ...settings, steps }], "end", [NOT_BEGUN]);
    while (!trial.finished) await trial.advance(steps);
    made += trial.step;
    trial.dispose();
  }
  return (made / spent()) * 1e6;
}

/** Core-seconds of `steps[i]` steps of replica i; speeds are measured once for each kind of network. */
const speeds = new Map<string, Promise<number>>();
async function secondsOf(replicas: readonly Settings[], steps: readonly number[]): Promise<number> {
  let seconds = 0;
  for (const [i, settings] of replicas.entries()) {
    const { n, d, width, depth, mode, batch, trainFraction, steps: horizon } = settings;
    const kind = JSON.stringify([n, d, width, depth, mode, batch, trainFraction, horizon]);
    const speed = speeds.get(kind) ?? speedOf(settings);
    speeds.set(kind, speed);
    seconds += steps[i] / (await speed);
  }
  return seconds;
}

const hours = (seconds: number): string => (seconds / 3600).toFixed(2);
const millions = (steps: number): string => (steps / 1e6).toFixed(1);
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

console.log(
  "| experiment | replicas | steps if none ended early, 10⁶ | steps made, 10⁶ | saved | steps/s of a core | core-hours |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const file of readdirSync(join(DATA, "experiments")).sort()) {
  const name = basename(file, ".json");
  const named = parseExperiment(JSON.parse(readFileSync(join(DATA, "experiments", file), "utf8")));
  if ("problem" in named) throw new Error(`${file}: ${named.problem}`);
  const replicas = cells(named.parsed.experiment);
  const horizon = replicas.map(({ steps }) => steps);
  const path = join(DATA, file);
  const read = existsSync(path) ? parseRecording(readFileSync(path, "utf8")) : null;
  if (read && "problem" in read) throw new Error(`${path}: ${read.problem}`);
  const made = read?.recording.outcomes.map(({ steps }) => steps);
  const seconds = await secondsOf(replicas, made ?? horizon);
  const total = sum(made ?? horizon);
  const row = [
    name,
    replicas.length,
    millions(sum(horizon)),
    made ? millions(total) : "not yet recorded",
    made ? `${Math.round(100 * (1 - total / sum(horizon)))} %` : "",
    Math.round(total / seconds),
    made ? hours(seconds) : `at most ${hours(seconds)}`,
  ];
  console.log(`| ${row.join(" | ")} |`);
}
