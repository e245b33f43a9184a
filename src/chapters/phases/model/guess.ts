/** @file What chapter 6 asks its readers to guess: the ratio of the rates at which the boundary lies. */
import type { Guessed } from "../../../kit/draw/guessMarks";
import { questionLink } from "../../../kit/live/guess/actions";
import type { Guess } from "../../../kit/live/guess/guess";
import { askOf } from "../../../kit/live/guess/guessed";
import type { GuessQuestion, Judgement } from "../../../kit/live/guess/question";
import { type Link, partOf } from "../../../kit/live/model/link";
import { memo } from "../../../kit/state/memo";
import type { Phase } from "../../../theory/phase";
import type { PhaseGridData } from "../view/grid";
import type { Replica } from "../view/gridCells";
import { PHASES_PART } from "./choices";
import { gridOf, phasesOf } from "./gridData";
import type { Lattice } from "./lattice";
import { latticeFor, type PhasesState, phasesState } from "./phases";
import { BEST, isRatePlane, scoresOf } from "./scores";
import { percent } from "./words";

const ratioRule = (lattice: Lattice, phases: readonly (Phase | null)[], ratio: number) =>
  scoresOf(lattice, phases, { ...BEST, ratio }).rules.find(({ rule }) => rule === "ratio");

/** A line held against the best of its kind: by how many points in a hundred it does worse. */
export const lineOff = memo(
  (
    { values: [ratio] }: Guess,
    lattice: Lattice,
    phases: readonly (Phase | null)[],
  ): Judgement | null => {
    const [own, best] = [ratio, BEST.ratio].map((at) => ratioRule(lattice, phases, at));
    if (!own || !best || best.of === 0) return null;
    const off = (100 * (best.right - own.right)) / best.of;
    const right = `${percent(own)} of the networks right`;
    if (off <= 0) return { off, words: "as good as the best such line", more: right };
    const points = off < 1 ? off.toFixed(1) : Math.round(off);
    return {
      off,
      words: `${points} points below the best such line`,
      more: `${right}, not ${percent(best)}`,
    };
  },
);

const rateLattice = ({ study: { named } }: PhasesState): Lattice | null => {
  const lattice = latticeFor(named);
  return lattice && isRatePlane(lattice) ? lattice : null;
};

const figureOf = (link: Link) => partOf(link, PHASES_PART).figure;

/** The ratio in the middle of the plane. */
function middleOf({ x, y }: Lattice): number {
  const mean = ([first, ...rest]: readonly number[]) =>
    Math.sqrt(first * (rest[rest.length - 1] ?? first));
  return Number((mean(x.values) / mean(y.values)).toPrecision(3));
}

const question: GuessQuestion<PhasesState> = {
  of: phasesState,
  kinds: ["line"],
  about: (link, { study: { named } }) =>
    figureOf(link) === "here" ? JSON.stringify(named?.experiment ?? null) : figureOf(link),
  ask: () =>
    "Which ratio of encoder to decoder rate divides those that learn, at the right, from those that memorise? Move the line.",
  first(state) {
    const lattice = rateLattice(state);
    return lattice && phasesOf(state.study).some((phase) => phase !== null)
      ? { kind: "line", values: [middleOf(lattice)] }
      : null;
  },
  refuses: (_, state) =>
    latticeFor(state.study.named) && !rateLattice(state)
      ? "is a ratio of rates, and another plane is shown"
      : null,
  judge(guess, state) {
    const lattice = rateLattice(state);
    return lattice && lineOff(guess, lattice, phasesOf(state.study));
  },
  say: ({ values: [ratio] }) => `η_{enc}/η_{dec} = ${ratio}`,
  near: { off: 5, words: "five points of the best" },
  linkOf: ({ page: { link } }) =>
    figureOf(link) === "here"
      ? null
      : questionLink(link, { parts: [PHASES_PART.key], knobs: [], at: null }),
};

export const LINE_GUESS = { question, asked: askOf(question) };

const HIDDEN: Replica = { kind: "waiting" };
const hiddenCells = memo((cells: PhaseGridData["cells"]) =>
  cells.map((replicas) => replicas.map(() => HIDDEN)),
);
const untold = () => "Hidden until the guess is revealed.";

const guessedGrid = memo(
  (data: PhaseGridData, guessed: Guessed): PhaseGridData =>
    guessed.open
      ? { ...data, cells: hiddenCells(data.cells), lines: [], steps: [], reading: untold, guessed }
      : { ...data, guessed },
);

export function selectGrid(state: PhasesState): PhaseGridData | null {
  const data = gridOf(state);
  const guessed = LINE_GUESS.asked.guessed(state);
  return data && guessed ? guessedGrid(data, guessed) : data;
}
