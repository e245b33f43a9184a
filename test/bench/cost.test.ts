/**
 * @file Costs are told by the work in a step, in a table and in a chart.
 */
import { expect, test } from "vitest";
import { costChart } from "../../bench/engines/costChart";
import { COSTS, workOf } from "../../bench/engines/costs";
import { costs, costTable } from "../../bench/engines/costTable";
import type { Findings } from "../../bench/engines/ratios";
import { VARIANTS } from "../../bench/engines/variants";
import { DEFAULTS } from "../../src/experiment/params";

/** A machine of 20 GFLOP/s, twice as slow in every other round, that takes twice as long for a batch of 16. */
const node = Object.fromEntries(
  COSTS.map(({ name }) => [
    name,
    [1, 2, 1].map((slow) => ({
      replicaSteps: 1000,
      seconds: 1,
      processorSeconds:
        (slow * 1000 * workOf(VARIANTS[name].settings) * (name.endsWith("batch 16") ? 2 : 1)) /
        2e10,
    })),
  ]),
);
const findings: Findings = {
  samples: { chromium: {}, node },
  kernelShare: { chromium: [], node: [] },
  enqueueing: { naive: [], fused: [] },
  distances: {},
  absent: [],
};

test("the products of all layers of a default step are 21.26 million operations", () => {
  expect(workOf(DEFAULTS)).toBe(675 * (4 * 50 + 2 * 50 * 50 + 50) * 6);
  expect(workOf({ ...DEFAULTS, batch: 64, depth: 1, width: 20 })).toBe(64 * (4 * 20 + 20) * 6);
});

test("every knob has the default, and its share is of the default run's speed in the same round", () => {
  const found = costs(findings);
  for (const knob of ["n", "width", "depth", "batch"] as const)
    expect(found.some((cost) => cost.knob === knob && cost.share === 1)).toBe(true);
  for (const { knob, value, share } of found)
    expect(share).toBeCloseTo(knob === "batch" && value === 16 ? 0.5 : 1, 9);
  expect(costTable(found)).toContain("| batch 16 | 0.504 | 19,800 | 10 | 0.5 |");
  expect(costTable(found)).toContain("| batch all | 21.3 | 941 | 20 | 1 |");
});

test("in the chart a mark of even cost is on the line, and one of twice the cost above it", () => {
  const chart = costChart(costs(findings));
  const [, ...ends] = /class="even" d="M(\S+) (\S+)L(\S+) (\S+)"/.exec(chart)?.map(Number) ?? [];
  const [x0, y0, x1, y1] = ends;
  const off = [
    ...chart.matchAll(/class="(\w+)" d="[^"]*" transform="translate\((\S+) (\S+)\)/g),
  ].map(
    ([, knob, x, y]) =>
      [knob, Number(y) - (y0 + ((Number(x) - x0) * (y1 - y0)) / (x1 - x0))] as const,
  );
  expect(off).toHaveLength(COSTS.length);
  const away = off.filter(([, distance]) => Math.abs(distance) > 0.01);
  expect(away.map(([knob]) => knob)).toEqual(["batch"]);
  expect(away[0][1]).toBeLessThan(-10);
});
