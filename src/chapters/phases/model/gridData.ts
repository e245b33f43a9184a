/** @file The pictures' data of chapter 6, from what it shows. */

import type { Settings } from "../../../experiment/params";
import { PHASE_LETTERS } from "../../../kit/draw/palette";
import { partOf } from "../../../kit/live/model/link";
import { memo, steady } from "../../../kit/state/memo";
import type { Result } from "../../../kit/study/model/result";
import type { StudyState } from "../../../kit/study/model/studyState";
import { rateRatio } from "../../../theory/boundary/equalOdds";
import { grouped } from "../../../theory/grouped";
import type { Phase } from "../../../theory/phase";
import type { PhaseGridData } from "../view/grid";
import type { Replica } from "../view/gridCells";
import type { RuleLine } from "../view/gridLines";
import type { RuleName } from "./choices";
import { PHASES_PART } from "./choices";
import type { Lattice } from "./lattice";
import { latticeFor, type PhasesState, type Place, placeOf } from "./phases";
import {
  chosenRule,
  isRatePlane,
  makePhases,
  type Scored,
  type Scores,
  scaled,
  scoresOf,
  thresholdsOf,
} from "./scores";
import { surveyOf } from "./survey";
import { gridAxis, knobText, lineName, outcomeText } from "./words";

const currentPhases = memo(makePhases());

/** The phase of each replica so far. */
export const phasesOf = ({ results, settings }: StudyState): readonly (Phase | null)[] =>
  currentPhases(results, settings);

/** The scores of what is shown; null while no grid is. */
export function currentScores({ page, study }: PhasesState) {
  const lattice = latticeFor(study.named);
  return (
    lattice && scoresOf(lattice, phasesOf(study), thresholdsOf(partOf(page.link, PHASES_PART)))
  );
}

const equal = (a: Replica, b: Replica): boolean => {
  const keys = Object.keys(a) as (keyof Replica)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};

const WAITING: Replica = { kind: "waiting" };
/** Progress is drawn in this many parts, so that a cell changes no more often. */
const PARTS = 24;

function replicaOf(
  result: Result | null,
  phase: Phase | null,
  inferred: Phase | null,
  horizon: number,
  foretold: boolean | null,
): Replica {
  if (phase) {
    const learnt = phase === "confusion" ? null : phase !== "memorisation";
    return {
      kind: "decided",
      phase,
      fellBack: result?.progress.fellBack ?? false,
      diverged: result?.outcome?.diverged ?? false,
      wrong: foretold !== null && learnt !== null && foretold !== learnt,
    };
  }
  if (result) {
    const share = Math.log1p(Math.max(0, result.progress.step)) / Math.log1p(horizon);
    return { kind: "training", share: Math.round(share * PARTS) / PARTS };
  }
  return inferred ? { kind: "inferred", phase: inferred } : WAITING;
}

/** Cells from one picture to the next: those that have not changed stay the same objects. */
function makeCells() {
  let last: readonly (readonly Replica[])[] = [];
  return memo(
    (
      lattice: Lattice,
      results: StudyState["results"],
      phases: readonly (Phase | null)[],
      inferred: readonly (Phase | null)[] | null,
      settings: readonly Settings[],
      rule: Scored,
    ) => {
      const { x, y, seeds } = lattice;
      const cells = x.values.flatMap((u, column) =>
        y.values.map((v, row): readonly Replica[] => {
          const cell = column * y.values.length + row;
          const foretold = rule.says({ x: scaled(x, u), y: scaled(y, v) });
          const now = seeds.map((_, seed) => {
            const i = lattice.index(column, row, seed);
            const guess = inferred?.[cell] ?? null;
            return replicaOf(results[i], phases[i], guess, settings[i].steps, foretold);
          });
          const before = last[cell];
          const same = before?.length === now.length && now.every((r, i) => equal(r, before[i]));
          return same ? before : now;
        }),
      );
      last = cells;
      return cells;
    },
  );
}
const cellsOf = makeCells();

/** Probabilities of Eq. (11) whose lines are drawn. */
const ODDS = [0.05, 0.1, 0.2, 0.5] as const;

const linesOf = memo(
  (lattice: Lattice, { rules, fit }: Scores, chosen: RuleName, odds: boolean) => [
    ...rules.flatMap(({ rule, line, moves }): RuleLine[] =>
      line
        ? [
            {
              id: rule,
              label: lineName(rule, lattice, fit),
              chosen: rule === chosen,
              reach: moves?.reach ?? null,
              ...line,
            },
          ]
        : [],
    ),
    ...(odds
      ? ODDS.map(
          (p): RuleLine => ({
            id: `odds odds-${Math.round(100 * p)}`,
            label: [p === ODDS[0] ? `p_{r} = ${p}` : `${p}`],
            chosen: false,
            reach: null,
            x: 1,
            y: -1,
            at: -Math.log10(rateRatio(p)),
          }),
        )
      : []),
  ],
);

/** Each column's own threshold, where it has one. */
const stepsOf = memo(({ x }: Lattice, { columns }: Scores): readonly (number | null)[] =>
  columns.length === 0
    ? []
    : x.values.map((u) => {
        const at = columns.find((column) => column.x === scaled(x, u))?.own.threshold;
        return at !== undefined && Number.isFinite(at) ? at : null;
      }),
);

const readingOf = memo((lattice: Lattice, study: StudyState, phases: readonly (Phase | null)[]) => {
  const { x, y, seeds } = lattice;
  return ({ column, row, seed }: Place): string => {
    const where = `${knobText(x, x.values[column])}, ${knobText(y, y.values[row])}`;
    const letters = seeds.map((_, s) => {
      const phase = phases[lattice.index(column, row, s)];
      return phase ? PHASE_LETTERS[phase] : "·";
    });
    const result = study.results[lattice.index(column, row, seed)];
    const what = result?.outcome
      ? outcomeText(result.outcome)
      : result
        ? `in training, step ${grouped(Math.max(0, result.progress.step))}`
        : "not trained";
    const which = seeds.length > 1 ? ` (${letters.join(" ")}), seed ${seeds[seed]}` : "";
    return `${where}${which}: ${what}.`;
  };
});

/** A line with less slope than this, in scaled units, is called level. */
const LEVEL = 0.5;

const axes = memo(({ x, y }: Lattice) => [gridAxis(x), gridAxis(y)] as const);

const same = steady<PhaseGridData>();

export function gridOf(state: PhasesState): PhaseGridData | null {
  const { page, study } = state;
  const lattice = latticeFor(study.named);
  const scores = currentScores(state);
  if (!lattice || !scores || !study.named) return null;
  const choices = partOf(page.link, PHASES_PART);
  const phases = phasesOf(study);
  const rule = chosenRule(scores, choices.rule);
  const inferring = study.origin === "live" && choices.order === "boundary";
  const inferred = inferring ? surveyOf(lattice, phases).inferred : null;
  const [x, y] = axes(lattice);
  const lines = linesOf(lattice, scores, rule.rule, choices.odds === "yes");
  const rates = isRatePlane(lattice);
  return same({
    name: study.named.title,
    x,
    y,
    cells: cellsOf(lattice, study.results, phases, inferred, study.settings, rule),
    lines,
    steps: stepsOf(lattice, scores),
    stepsChosen: rule.rule === "columns",
    // In the plane of Figure 5 lines are steep, and end above or below; level ones end at the right.
    aside: !rates && lines.some((line) => Math.abs(line.x) < LEVEL * Math.abs(line.y)),
    below: rates || lines.some(({ id }) => id === "fit"),
    cursor: placeOf(lattice, choices),
    reading: readingOf(lattice, study, phases),
  });
}
