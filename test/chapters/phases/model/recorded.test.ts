/**
 * @file The recorded phase diagrams hold what docs/model.md says of them.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FIGURES } from "../../../../src/chapters/phases/model/choices";
import { latticeOf } from "../../../../src/chapters/phases/model/lattice";
import { BEST, scoresOf } from "../../../../src/chapters/phases/model/scores";
import { parseRecording } from "../../../../src/experiment/recording";

const ROOT = join(import.meta.dirname, "../../../..");
const pathOf = (name: string) => join(ROOT, "public/data", `${name}.json`);
const names = Object.keys(FIGURES).filter((name) => existsSync(pathOf(name)));

function scored(name: string) {
  const parsed = parseRecording(readFileSync(pathOf(name), "utf8"));
  if ("problem" in parsed) throw new Error(parsed.problem);
  const { recording } = parsed;
  const lattice = latticeOf(recording.experiment);
  if (!lattice) throw new Error("it is no phase diagram");
  const phases = recording.outcomes.map(({ phase }) => phase);
  return { recording, lattice, scores: scoresOf(lattice, phases, BEST) };
}

/** Shares right of eta_dec / eta_enc <= 10, counted by another program from the same files (November 2026). */
const SECOND: Readonly<Record<string, number>> = {
  "figure-5-modulo-3": 0.94,
  "figure-5-greater-than": 0.91,
  "figure-5-complete-bipartite": 0.92,
  "figure-5-modulo-5": 0.93,
  "figure-5-modulo-3-full-batch": 0.87,
};

test("there are recordings", () => {
  expect(names.length).toBeGreaterThan(0);
});

describe.each(names)("%s", (name) => {
  const { recording, lattice, scores } = scored(name);
  const score = (rule: string) => scores.rules.find((each) => each.rule === rule);
  const right = (rule: string) => score(rule)?.right ?? -1;

  test("is a 9 x 9 plane at 100,000 steps, every network decided", () => {
    expect([lattice.x.values.length, lattice.y.values.length]).toEqual([9, 9]);
    expect(recording.experiment.base.steps).toBe(100_000);
    expect(scores.decided).toBe(81 * lattice.seeds.length);
  });

  if (name.startsWith("figure-5"))
    test("The ratio rule beats the product rule, and the text's threshold loses to a constant answer", () => {
      expect(right("ratio")).toBeGreaterThan(right("product"));
      expect(right("paper")).toBeLessThan(right("majority"));
    });

  if (name in SECOND)
    test("The second version's fixed ratio is as right as an independent count found", () => {
      expect(right("second") / (score("second")?.of ?? -1)).toBeCloseTo(SECOND[name], 2);
      expect(right("second")).toBeGreaterThan(right("majority"));
      expect(score("second")?.moves).toBeNull();
    });

  if (name.startsWith("figure-6"))
    test("No one decoder rate divides the cells better than a constant answer; decay moves what learns", () => {
      expect(right("height")).toBe(right("majority"));
      expect(right("columns")).toBeGreaterThan(right("height"));
      const of = (decay: number) =>
        scores.columns.find(
          ({ x }) => Math.abs(x - Math.log10(decay)) < 1e-3 || x === Math.log10(decay),
        );
      expect(of(0.1)?.learnt).toBeGreaterThan(of(0)?.learnt ?? Infinity);
      expect(of(10)?.own.of ?? 0).toBeLessThan(of(0)?.own.of ?? 0);
    });

  const notes = readFileSync(join(ROOT, "docs/model.md"), "utf8").split("\n");
  const row = notes.find((line) => line.startsWith(`| \`${name}\``));

  test("has the slope and the scores that the notes give", () => {
    const share = (rule: string) => (right(rule) / (score(rule)?.of ?? -1)).toFixed(2);
    const { fit } = scores;
    const slope = fit
      ? `${fit.slope < 0 ? "−" : "+"}${Math.abs(fit.slope).toFixed(2)} ± ${fit.standardError.toFixed(2)}`
      : "none";
    const rules = name.startsWith("figure-5")
      ? ["majority", "ratio", "product", "paper", "second", "fit"]
      : ["majority", "height", "columns", "across", "fit"];
    const { of } = scores.rules[0];
    const cells = [
      `\`${name}\``,
      `${of}`,
      ...rules.map((rule) => (score(rule) ? share(rule) : "–")),
      slope,
    ];
    expect(row).toBe(`| ${cells.join(" | ")} |`);
  });
});
