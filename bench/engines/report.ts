/**
 * @file The findings as JSON and as the tables of docs/performance.md.
 */
import { costs, costTable } from "./costTable";
import { cell, format } from "./numbers";
import {
  type Findings,
  keeps,
  middle,
  RATIOS,
  replicaStepsPerSecond,
  stepsPerProcessorSecond,
} from "./ratios";
import { median } from "./rounds";
import { table } from "./table";
import { type PlaceName, VARIANTS, WAY_NAMES } from "./variants";

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly system: string;
  readonly chromium: string;
  readonly node: string;
  /** What researchers would use instead, with versions. */
  readonly peers: readonly string[];
  readonly rounds: number;
  /** ISO, the day. */
  readonly date: string;
}

const PLACES: readonly PlaceName[] = ["chromium", "node"];

function engines({ samples, enqueueing }: Findings) {
  const launches: Partial<Record<string, number | undefined>> = {
    "naive tfjs, webgl": middle(enqueueing.naive.map((each) => each.launches)),
    "fused WebGL, 1 replica": middle(enqueueing.fused.map((each) => each.launches)),
  };
  return PLACES.flatMap((place) =>
    WAY_NAMES.flatMap((name) => {
      const all = samples[place][name];
      if (!all) return [];
      const rates = all.map(replicaStepsPerSecond);
      const { replicas, workers } = VARIANTS[name];
      return {
        name,
        place,
        replicas,
        workers,
        replicaStepsPerSecond: median(rates),
        replicaStepsPerProcessorSecond: median(all.map(stepsPerProcessorSecond)),
        launchesPerStep: launches[name] ?? null,
        rounds: rates,
      };
    }),
  );
}

function ratios(findings: Findings) {
  return RATIOS.map(({ name, required, reachFor, most, measure }) => {
    const [chromium, node] = PLACES.map((place) => measure(findings, place));
    const measured = [chromium, node].filter((value) => value !== undefined);
    const met =
      measured.length > 0 ? measured.every((value) => keeps(value, required, most)) : null;
    return { name, required, reachFor, most: most ?? false, chromium, node, met };
  });
}

export const summary = (machine: Machine, findings: Findings) => ({
  machine,
  engines: engines(findings),
  costs: costs(findings),
  ratios: Object.fromEntries(ratios(findings).map(({ name, ...ratio }) => [name, ratio])),
  enqueueing: findings.enqueueing,
  distances: findings.distances,
  absent: findings.absent,
});

/** Markdown between the markers of docs/performance.md. */
export function tables(machine: Machine, findings: Findings): string {
  const { processor, cores, system, chromium, node, peers, rounds, date } = machine;
  const ratioRows = ratios(findings).map(({ name, required, reachFor, most, met, ...measured }) => [
    name,
    `${most ? "at most " : ""}${format(required)}`,
    format(reachFor),
    cell(measured.chromium),
    cell(measured.node),
    met === null ? "not measured" : met ? "ok" : "**missed**",
  ]);
  const all = engines(findings);
  const speedRows = WAY_NAMES.map((name) => [
    name,
    ...PLACES.flatMap((place) => {
      const found = all.find((of) => of.name === name && of.place === place);
      return [cell(found?.replicaStepsPerSecond), cell(found?.replicaStepsPerProcessorSecond)];
    }),
    cell(all.find((of) => of.name === name)?.launchesPerStep ?? undefined),
  ]);
  const { simd, webgl } = findings.distances;
  const distanceNames = [
    ["200 default steps", "default200"],
    ["5 default steps from the same state, to step 905", "fiveSteps"],
    ["1000 steps in batches of 64", "batch64"],
  ] as const;
  const distanceRows = distanceNames.map(([name, key]) => [
    name,
    cell(simd?.[key]),
    cell(webgl?.[key]),
  ]);
  const absences = findings.absent.map(
    ({ what, place, why }) => `Left out: ${what} in ${place} (${why}).`,
  );
  return [
    `${processor}, ${cores} cores, ${system}; ${chromium} with a software renderer, ${[node, ...peers].join(", ")}; rounds: ${rounds}; ${date}.`,
    table(["ratio", "required", "reached for", "Chromium", "Node", ""], ratioRows),
    table(
      [
        "replica-steps per second",
        "Chromium",
        "per processor second",
        "Node",
        "per processor second",
        "launches per step",
      ],
      speedRows,
    ),
    table(["largest parameter difference from float64", "SIMD", "WebGL"], distanceRows),
    costTable(costs(findings)),
    ...absences,
  ].join("\n\n");
}
