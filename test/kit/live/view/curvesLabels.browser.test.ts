/**
 * @file The words of the curves in a browser: wherever curves end, lines lie and steps are marked, no two
 * words stand on each other, and none is cut off.
 */
import { expect, test } from "vitest";
import { curves } from "../../../../src/kit/live/view/curves";
import type { CurvesData, Series } from "../../../../src/kit/live/view/curvesLayout";
import { boxOf, wordsOf } from "../../../reading/pixels";
import { makeStand } from "../../../stand";

const stand = makeStand(560, 360);

const series = (label: string, steps: number[], values: number[], ghost = false): Series => ({
  label,
  colour: `var(--${ghost ? "muted" : label})`,
  steps,
  values,
  ghost,
});

/** All three curves end within a few hundredths of each other, at the lines of reference. */
const crowded = (end: number): CurvesData => {
  const steps = [1, Math.max(2, end / 10), end];
  return {
    name: "Accuracy",
    series: [
      series("last run, test", steps, [0.6, 0.66, 0.9], true),
      series("entire", steps, [0.6, 0.67, 0.905]),
      series("test", steps, [0.58, 0.66, 0.9]),
      series("train", steps, [0.61, 0.68, 0.91]),
    ],
    y: "linear",
    lowest: 0.4,
    references: [{ value: 0.9 }, { value: 0.89, label: "always “no”" }],
    marks: [
      { step: end, label: "train", colour: "var(--train)" },
      { step: end, label: "test", colour: "var(--test)" },
    ],
    band: null,
    cursor: end,
  };
};
const marked = (train: number, test: number, band: CurvesData["band"]): CurvesData => ({
  ...crowded(1000),
  marks: [
    { step: train, label: "train", colour: "var(--train)" },
    { step: test, label: "test", colour: "var(--test)" },
  ],
  band,
});

const CASES: readonly (readonly [string, CurvesData])[] = [
  ["at the end of a decade", crowded(1000)],
  ["early on", crowded(3)],
  ["in the middle of a decade", crowded(300)],
  ["looked back at from near the start", { ...crowded(4), cursor: 1 }],
  ["looked back at from near the end", { ...crowded(1000), cursor: 900 }],
  ["with both steps at the first", marked(1, 1, null)],
  ["with both steps early", marked(2, 3, { from: 2, to: 3, phase: "generalisation" })],
  ["with test before train", marked(420, 400, { from: 400, to: 420, phase: "generalisation" })],
  ["with train early and test late", marked(1, 900, { from: 1, to: 900, phase: "grokking" })],
];
const SIZES = [
  [560, 360],
  [300, 200],
  [230, 170],
] as const;

test.each(SIZES.flatMap(([w, h]) => CASES.map(([what, data]) => [what, w, h, data] as const)))(
  "%s, %i x %i",
  (_, width, height, data) => {
    stand.root.style.cssText += `; width: ${width}px; height: ${height}px`;
    const view = curves(stand.root, {});
    view.update(data);
    const words = [...stand.root.querySelectorAll(".words text, .marks text, .grid text")]
      .filter((node) => wordsOf(node) !== "")
      .map((node) => ({ words: wordsOf(node), ...boxOf(node, stand.root) }));
    view.destroy();
    expect(words.length).toBeGreaterThan(8);
    for (const [i, a] of words.entries()) {
      expect(a.left, a.words).toBeGreaterThanOrEqual(-1);
      expect(a.right, a.words).toBeLessThanOrEqual(width + 1);
      for (const b of words.slice(i + 1)) {
        const [across, down] = [
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
        ];
        // A line of text is higher than its letters; where the axes meet, one is above the other.
        expect(across > 1 && down > 6 ? `${a.words} on ${b.words}` : "apart").toBe("apart");
      }
    }
  },
);
