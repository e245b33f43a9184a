/**
 * @file Pictures of the curves.
 */
import { curves } from "../../../../src/kit/live/view/curves";
import type { CurvesData, Series } from "../../../../src/kit/live/view/curvesLayout";
import { curvesTable } from "../../../../src/kit/live/view/curvesTable";
import type { Figure } from "../../../gallery/figure";
import { measure, STEP, steps } from "../../../gallery/run";

const still = (title: string, size: Figure["size"], data: CurvesData): Figure => ({
  title,
  size,
  table: () => curvesTable(data),
  draw(root) {
    const view = curves(root, {
      onScrub: (cursor) => view.update({ ...data, cursor: Math.min(cursor, STEP) }),
    });
    view.update(data);
    return view.destroy;
  },
});

const series = (label: string, name: string, colour: string, part = steps.length): Series => ({
  label,
  colour,
  steps: steps.slice(0, part),
  values: measure(name).slice(0, part),
});

export const accuracy: CurvesData = {
  name: "Accuracy",
  series: [
    series("train", "train", "var(--train)"),
    series("test", "test", "var(--test)"),
    series("entire", "entire", "var(--entire)"),
    {
      label: "last run",
      colour: "var(--muted)",
      steps: steps.map((step) => step * 4),
      values: measure("test"),
      ghost: true,
    },
  ],
  y: "linear",
  lowest: 0.4,
  references: [{ value: 0.9 }, { value: 0.67, label: "always “no”" }],
  marks: [
    { step: 335, label: "train 335", colour: "var(--train)" },
    { step: 415, label: "test 415", colour: "var(--test)" },
  ],
  band: { from: 335, to: 415, phase: "generalisation" },
  cursor: STEP,
};

/** What memorisation looks like, made up: train is learnt at 200, test hovers about chance. */
export const memorised = (): CurvesData => {
  const at = Array.from({ length: 4000 }, (_, i) => i * 4);
  return {
    ...accuracy,
    end: 1e5,
    series: [
      {
        label: "train",
        colour: "var(--train)",
        steps: at,
        values: at.map((step) => 0.55 + 0.45 / (1 + (200 / (step + 1)) ** 2)),
      },
      {
        label: "test",
        colour: "var(--test)",
        steps: at,
        values: at.map(
          (step, i) => 0.55 + 0.15 / (1 + (200 / (step + 1)) ** 2) + 0.01 * Math.sin(i * i),
        ),
      },
    ],
    marks: [{ step: 372, label: "train 372", colour: "var(--train)" }],
    band: { from: 372, to: 1e5, phase: "memorisation" },
    cursor: 15_996,
  };
};

export const curvesFigures: Readonly<Record<string, Figure>> = {
  curvesAccuracy: still("accuracy", [400, 220], accuracy),
  curvesScrubbed: still("accuracy at an earlier step", [400, 220], { ...accuracy, cursor: 300 }),
  curvesLoss: still("loss", [400, 220], {
    ...accuracy,
    name: "Loss",
    series: [
      series("train", "trainLoss", "var(--train)"),
      series("test", "testLoss", "var(--test)"),
    ],
    y: "log",
    references: [],
    band: null,
    marks: [],
  }),
  curvesEarly: still("a run at its beginning", [400, 220], {
    ...accuracy,
    series: [
      series("train", "train", "var(--train)", 20),
      series("test", "test", "var(--test)", 20),
    ],
    marks: [],
    band: null,
    cursor: 19,
  }),
  curvesMemorised: still("memorisation, 4000 points", [400, 220], memorised()),
  curvesGuessed: still("guesses at a step", [520, 260], {
    ...accuracy,
    end: 1e5,
    guessed: {
      own: [1200],
      open: true,
      room: [[40], [200], [340], [900], [6000], [Infinity]],
      spread: { low: [200], median: [620], high: [6000] },
    },
  }),
  curvesSmall: still("small", [280, 180], accuracy),
  curvesLarge: still("large", [900, 320], accuracy),
};
