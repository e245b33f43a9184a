/** @file “At least b examples”: the shipped networks of Figure 3, and made-up ones for which it is true and false. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { atLeastBOf, judgeAtLeastB } from "../../../../src/chapters/data/model/answer";
import { atLeastB, atLeastBText } from "../../../../src/chapters/data/model/atLeastB";
import { parseRecording } from "../../../../src/experiment/recording";

const ROOT = join(import.meta.dirname, "../../../..");

function recorded(name: string) {
  const parsed = parseRecording(
    readFileSync(join(ROOT, `public/data/figure-3-${name}.json`), "utf8"),
  );
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed.recording;
}

/** Ten elements, so a hundred pairs: networks by pairs shown and pairs right. */
const networks = (...all: readonly (readonly [shown: number, right: number])[]) =>
  all.map(([shown, right]) => ({
    x: shown / 100,
    accuracies: { train: 1, test: 0, entire: right / 100 },
  }));
const FORMULAS = { bits: 20, accuracy: (samples: number) => (samples < 30 ? 0.8 : 0.95) };
const found = (all: ReturnType<typeof networks>, formulas = FORMULAS) =>
  atLeastB(all, 10, formulas);

describe("at least b examples", () => {
  test("counts those shown fewer than b, the first that is whole, and those above Eq. 4 by more than a pair", () => {
    expect(found(networks([10, 60], [19, 82], [20, 81], [30, 95], [40, 100], [90, 100]))).toEqual({
      bits: 20,
      early: { count: 2, whole: 0, best: 0.82 },
      first: 40,
      // 0.81 against 0.80 is one pair, 0.95 is not above; 0.82 and both 1.00 are.
      above: 3,
      of: 6,
    });
  });

  test.each<
    [
      string,
      ReturnType<typeof networks>,
      typeof FORMULAS | { bits: number; accuracy: null },
      string,
    ]
  >([
    [
      "holds where none that was shown fewer has every pair right",
      networks([10, 60], [19, 78], [40, 100]),
      FORMULAS,
      "Of 2 networks shown fewer than b = 20.0 pairs none has every pair right; the best has 0.78 of them. The first to have them all was shown 40, 2.0 times b. 1 of 3 lie above Eq. 4 by more than a pair, so it bounds no single network.",
    ],
    [
      "does not where one has",
      networks([10, 100], [19, 78]),
      { bits: 20, accuracy: null },
      "Of 2 networks shown fewer than b = 20.0 pairs one has every pair right: here “at least b” does not hold. The first to have them all was shown 10, 0.5 times b.",
    ],
    [
      "cannot be told where none was shown fewer",
      networks([20, 70]),
      FORMULAS,
      "None of these networks was shown fewer than b = 20.0 pairs, so they cannot tell. None has every pair right at any fraction. None of 1 lies above Eq. 4 by more than a pair.",
    ],
    ["is silent before anything is measured", [], FORMULAS, ""],
  ])("%s", (_, all, formulas, sentence) => {
    expect(atLeastBText(atLeastB(all, 10, formulas))).toBe(sentence);
  });
});

describe("the verdict on A1", () => {
  const [classes, order] = ["modulo-3", "greater-than"].map(recorded);

  test("of the recordings: none was whole with fewer; these figures were counted by another program", () => {
    const above = [classes, order].map((recording) => atLeastBOf(recording)?.above);
    expect(above).toEqual([17, 64]);
    expect(judgeAtLeastB([classes, order])).toEqual({
      judgement: "holds",
      text: "Equal modulo 3: of 55 networks shown fewer than b = 47.5 pairs none has every pair right; the best has 0.77 of them. The first to have them all was shown 135, 2.8 times b. Greater-than: of 130 networks shown fewer than b = 117 pairs none has every pair right; the best has 0.90 of them. The first to have them all was shown 540, 4.6 times b.",
    });
  });

  test("falls with one network", () => {
    const at = classes.experiment.axes[0].values.indexOf(0.05);
    expect(at).toBe(0);
    const outcomes = classes.outcomes.map((outcome, i) =>
      i === 0 ? { ...outcome, accuracy: 1 } : outcome,
    );
    expect(judgeAtLeastB([{ ...classes, outcomes }, order]).judgement).toBe("fails");
  });

  test("is partial where one recording cannot tell", () => {
    const base = { ...classes.experiment.base, relation: "complete-bipartite" } as const;
    const experiment = { ...classes.experiment, base };
    expect(judgeAtLeastB([{ ...classes, experiment }, order]).judgement).toBe("partly");
  });
});
