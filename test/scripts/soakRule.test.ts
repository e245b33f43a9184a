import { expect, test } from "vitest";
import { floorsOf, type Sample, WARMING } from "../../scripts/soakRule";

const sample = (round: number, more: Partial<Sample> = {}): Sample => ({
  minute: round / 2,
  page: 1,
  heap: 10e6,
  nodes: 1500,
  listeners: 300,
  workers: 4,
  memory: 300e6,
  busy: 0.05,
  stepsPerSecond: 900,
  ...more,
});
const rounds = (count: number, of: (round: number) => Partial<Sample>) =>
  Array.from({ length: count }, (_, round) => sample(round, of(round)));
const growing = (samples: readonly Sample[]) =>
  floorsOf(samples).flatMap(({ limit, grows }) => (grows ? [limit.measure] : []));

test("what goes up and down, or fills up while it warms, does not grow", () => {
  expect(
    growing(rounds(12, (i) => ({ heap: 10e6 + (i % 3) * 8e6, nodes: 1500 + 900 * (i % 2) }))),
  ).toEqual([]);
  expect(growing(rounds(8, (i) => (i < WARMING ? { heap: 3e6, workers: 1 } : {})))).toEqual([]);
});

test.each<[string, (i: number) => Partial<Sample>]>([
  ["heap", (i) => ({ heap: 10e6 + i * 1e6 })],
  ["nodes", (i) => ({ nodes: 1500 + i * 60 })],
  ["listeners", (i) => ({ listeners: 300 + i * 10 })],
  ["workers", (i) => ({ workers: i < 8 ? 4 : 5 })],
  ["memory", (i) => ({ memory: 300e6 + i * 20e6 })],
  ["busy", (i) => ({ busy: i < 7 ? 0 : 0.5 })],
])("%s that grows by itself is named", (measure, of) => {
  expect(growing(rounds(14, of))).toEqual([measure]);
});

test("a worker that comes and goes is none that stays", () => {
  expect(growing(rounds(10, (i) => ({ workers: i % 3 === 0 ? 6 : 4 })))).toEqual([]);
});

test("says nothing of a soak that was too short, and looks at the longest page of one that went on", () => {
  expect(floorsOf(rounds(WARMING + 3, () => ({})))).toEqual([]);
  const [short, long] = [rounds(3, () => ({ heap: 1e6 })), rounds(9, () => ({ page: 2 }))];
  expect(growing([...short, ...long])).toEqual([]);
  expect(floorsOf([...short, ...long])[0]).toMatchObject({ earlier: 10e6, later: 10e6 });
});

test("where the system does not tell memory, the rest is still held", () => {
  const floors = floorsOf(rounds(9, (i) => ({ memory: null, nodes: 1500 + 100 * i })));
  expect(floors.map(({ limit }) => limit.measure)).not.toContain("memory");
  expect(floors.filter(({ grows }) => grows)).toHaveLength(1);
});
