/** @file Figure 3's data, from the page, its studies and what of them is looked at. */

import type { Settings } from "../../../experiment/params";
import { countOf } from "../../../kit/draw/phrases";
import { partOf } from "../../../kit/live/model/link";
import { memo, memoOf } from "../../../kit/state/memo";
import { type MeasuredPoint, replicaOf, spreadAlong } from "../../../kit/study/model/measured";
import type { Accuracies } from "../../../kit/study/model/result";
import type { SeedCurve } from "../../../kit/study/view/seedCurves";
import { grouped } from "../../../theory/grouped";
import { type FractionCurve, inductionGap, reachedAt } from "../../../theory/inductionGap";
import type { BoundChartData, BoundLine } from "../view/boundMarks";
import type { Gap, NetworksChartData } from "../view/figure3Chart";
import type { BoundCurve } from "../worker/wire";
import { curveOf } from "./asked";
import { selectChart } from "./boundData";
import { DATA_PART } from "./choices";
import {
  type Architecture,
  architecturesAt,
  architecturesOf,
  type Figure3State,
  type Figure3View,
  stepOf,
} from "./figure3";

/** The axis of accuracies starts here: below it no network falls but by chance. */
const LOWEST = 0.4;

export const MEASURE_WORDS: Readonly<Record<keyof Accuracies, string>> = {
  entire: "all pairs",
  test: "test",
  train: "train",
};

/** "(x − y)², 0 hidden, d = 2": what the decoder is given in symbols, short enough to stand at a curve. */
export const shortName = (label: string): string =>
  label
    .replace("squared difference", "(x − y)²")
    .replace("difference", "x − y")
    .replace("concat", "[x, y]");

/** Hue is the decoder's input, pale is d = 1, broken lines have hidden layers. */
export function styleOf(
  { label, settings: { mode, depth, d } }: Architecture,
  all: readonly Architecture[],
): { readonly colour: string; readonly dash?: string } {
  if (label === "your network") return { colour: "var(--accent)" };
  const colour =
    d > 1 ? `var(--${mode})` : `color-mix(in oklab, var(--${mode}) 62%, var(--ground))`;
  const twin = all.find(
    ({ settings }) => settings.mode === mode && settings.depth === depth && settings.d === d,
  );
  const dash = twin && twin.label !== label ? "1.5 3.5" : depth > 0 ? "7 4" : undefined;
  return { colour, ...(dash && { dash }) };
}

const medianCurve = (points: readonly MeasuredPoint[]): FractionCurve => {
  const spreads = spreadAlong(points, "entire");
  return {
    fractions: spreads.map(({ x }) => x),
    values: spreads.map(({ median }) => median),
  };
};

const boundCurve = (curve: BoundCurve | null): FractionCurve => {
  const points = (curve?.points ?? []).filter(({ bound }) => bound);
  return {
    fractions: points.map(({ fraction }) => fraction),
    values: points.map(({ bound }) => bound?.mean ?? Number.NaN),
  };
};

export interface GapRow {
  readonly architecture: Architecture;
  /** Where its median first reaches the accuracy wanted. */
  readonly reached: ReturnType<typeof reachedAt>;
  readonly gap: number | null;
}

export interface Gaps {
  readonly bound: ReturnType<typeof reachedAt>;
  readonly rows: readonly GapRow[];
}

function gaps(
  architectures: readonly Architecture[],
  curve: BoundCurve | null,
  alpha: number,
): Gaps {
  const bound = boundCurve(curve);
  return {
    bound: reachedAt(alpha, bound),
    rows: architectures.map((architecture) => {
      const network = medianCurve(architecture.points);
      return {
        architecture,
        reached: reachedAt(alpha, network),
        gap: inductionGap(alpha, bound, network),
      };
    }),
  };
}

const [gapsEnd, gapsStep] = [memo(gaps), memo(gaps)];

const alphaOf = ({ data: { page } }: Figure3State): number => partOf(page.link, DATA_PART).alpha;

/** The induction gap of every architecture at the accuracy wanted, in the end. */
export const gapsOf = (scene: Figure3State): Gaps =>
  gapsEnd(architecturesOf(scene), curveOf(scene.data), alphaOf(scene));

/** The same at the step that is looked at. */
export const gapsAt = (scene: Figure3State): Gaps =>
  gapsStep(architecturesAt(scene), curveOf(scene.data), alphaOf(scene));

export const gapText = (gap: number): string => `${gap < 0 ? "−" : "+"}${Math.abs(gap).toFixed(3)}`;

const seedCurves = memo(
  (architectures: readonly Architecture[], { shown, lit, measure }: Figure3View): SeedCurve[] =>
    architectures
      .filter(({ label, points }) => shown.has(label) && points.length > 0)
      .map((architecture) => {
        const { points, label } = architecture;
        const seeds = [...new Set(points.map(({ seed }) => seed))].sort((a, b) => a - b);
        return {
          name: shortName(label),
          ...styleOf(architecture, architectures),
          dots: points.map(({ x, seed, accuracies, replica, finished }) => ({
            x,
            rank: seeds.indexOf(seed),
            of: seeds.length,
            value: accuracies[measure],
            replica,
            finished,
          })),
          spreads: spreadAlong(points, measure),
          pale: lit !== null && lit !== label,
        };
      })
      // What stands out is drawn last.
      .sort((a, b) => Number(b.pale) - Number(a.pale)),
);

/** Of the architecture that stands out, or of the best that is shown. */
function gapMark({ bound, rows }: Gaps, { shown, lit }: Figure3View, alpha: number): Gap | null {
  const known = rows.filter(
    ({ architecture: { label }, gap }) =>
      gap !== null && shown.has(label) && (!lit || lit === label),
  );
  if (!bound || known.length === 0) return null;
  const row = known.reduce((a, b) => ((b.gap ?? 0) < (a.gap ?? 0) ? b : a));
  const { colour } = styleOf(
    row.architecture,
    rows.map(({ architecture }) => architecture),
  );
  return {
    from: bound.fraction,
    to: row.reached?.fraction ?? bound.fraction,
    level: alpha,
    label: `gap ${gapText(row.gap ?? 0)}`,
    colour,
  };
}

const KEPT: readonly BoundLine["kind"][] = ["bound", "eq4"];

/** What is known of a replica at the step that is looked at. */
function describe(architectures: readonly Architecture[], replica: number): string {
  for (const { label, points } of architectures) {
    const point = points.find((each) => each.replica === replica);
    if (!point) continue;
    const { entire, test, train } = point.accuracies;
    return `${shortName(label)}; fraction ${point.x}, seed ${point.seed}: all ${entire.toFixed(2)}, test ${test.toFixed(2)}, train ${train.toFixed(2)} at step ${grouped(point.step)}.`;
  }
  return "Not trained yet.";
}

interface Figure3 {
  readonly base: BoundChartData;
  readonly architectures: readonly Architecture[];
  readonly view: Figure3View;
  readonly step: number | null;
  readonly gaps: Gaps;
  readonly alpha: number;
  readonly settings: Settings;
  readonly study: Figure3State["study"];
  readonly own: Figure3State["own"];
}

/** Where the axis starts: below every dot, in tenths. */
const lowestOf = (curves: readonly SeedCurve[]): number =>
  Math.min(
    LOWEST,
    ...curves
      .flatMap(({ dots }) => dots.map(({ value }) => Math.floor(10 * value) / 10))
      .filter(Number.isFinite),
  );

const assemble = memoOf((of: Figure3): NetworksChartData => {
  const { base, architectures, view, gaps, alpha, study, own } = of;
  const curves = seedCurves(architectures, view);
  const entire = view.measure === "entire";
  const after = of.step === null ? "" : `, after ${countOf(of.step, "step")}`;
  const ends = curves.map(
    ({ name, spreads }) => `${name}: median ${spreads.at(-1)?.median.toFixed(2)} at the last`,
  );
  return {
    scale: { ...base.scale, lowest: lowestOf(curves) },
    lines: entire ? base.lines.filter(({ kind }) => KEPT.includes(kind)) : [],
    marks: base.marks.filter(({ kind }) => kind === "bits"),
    curves,
    gap: entire ? gapMark(gaps, view, alpha) : null,
    chosen: chosenOf(study.settings, own.settings, of.settings),
    describe: (replica) => describe(architectures, replica),
    caption: `accuracy, ${MEASURE_WORDS[view.measure]}${after}`,
    summary: `Accuracy of networks against the training fraction, every seed${after}. ${ends.join("; ")}.`,
  };
});

const chosenOf = memo(
  (figure: readonly Settings[], mine: readonly Settings[], own: Settings): number | null => {
    const at = replicaOf(figure, own);
    if (at !== null) return at;
    const later = replicaOf(mine, own);
    return later === null ? null : figure.length + later;
  },
);

export const selectNetworks = (scene: Figure3State): NetworksChartData =>
  assemble({
    base: selectChart(scene.data),
    architectures: architecturesAt(scene),
    view: scene.view,
    step: stepOf(scene),
    gaps: gapsAt(scene),
    alpha: alphaOf(scene),
    settings: scene.data.page.link.settings,
    study: scene.study,
    own: scene.own,
  });
