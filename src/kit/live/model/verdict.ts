/**
 * @file Table 4's verdict on a run, in words, from the moment it can be given.
 */
import type { Settings } from "../../../experiment/params";
import { type Progress, verdict } from "../../../run/outcome";
import { grouped } from "../../../theory/grouped";
import { DELAY, type Phase } from "../../../theory/phase";
import { meaningless } from "./worth";

export interface Verdict {
  /** Null while a later step could still decide otherwise, and where no phase means anything. */
  readonly phase: Phase | null;
  /** What stands in a phase's place where there is none. */
  readonly mark?: string;
  readonly title: string;
  readonly detail: string;
}

const TITLES: Record<Phase, string> = {
  generalisation: "Generalisation",
  grokking: "Grokking",
  memorisation: "Memorisation",
  confusion: "Confusion",
};

/** Table 4's horizon; a run that ends sooner says so. */
const HORIZON = 100_000;

const ended = (horizon: number): string =>
  horizon < HORIZON
    ? `by step ${grouped(horizon)}, where this run ends`
    : `in ${grouped(horizon)} steps`;

const steps = (count: number): string => `${grouped(count)} ${count === 1 ? "step" : "steps"}`;

/** By how much test came after train, in words. */
function crossed(train: number, test: number): string {
  const gap = test - train;
  if (gap === 0) return `train and test above 0.9 at the same step, ${grouped(train)}`;
  const both = `train above 0.9 at ${grouped(train)}, test at ${grouped(test)}`;
  if (gap < 0) return `${both}: test came ${steps(-gap)} before train`;
  const allowed = gap < DELAY ? "within" : "not within";
  return `${both}: test ${steps(gap)} later, ${allowed} the ${grouped(DELAY)} that Table 4 allows`;
}

function decidedDetail(phase: Phase, { train, test }: Progress, horizon: number): string {
  switch (phase) {
    case "generalisation":
    case "grokking":
      return crossed(train ?? 0, test ?? 0);
    case "memorisation":
      return `train above 0.9 at ${grouped(train ?? 0)}, test not ${ended(horizon)}`;
    case "confusion":
      return `train not above 0.9 ${ended(horizon)}`;
  }
}

/** What is to be said of a run of `settings` that has come as far as `at`. */
export function describe(at: Progress, settings: Settings): Verdict {
  const nothing = meaningless(settings);
  if (nothing !== null)
    return { phase: null, mark: "–", title: "No phase means anything here", detail: nothing };
  const phase = verdict(at, settings.steps);
  if (phase !== null) {
    const note = at.fellBack ? "; test has since fallen back below 0.9" : "";
    return {
      phase,
      title: TITLES[phase],
      detail: decidedDetail(phase, at, settings.steps) + note,
    };
  }
  if (at.train === null)
    return {
      phase: null,
      title: "Learning",
      detail:
        at.test === null
          ? "neither train nor test is above 0.9 yet"
          : `test above 0.9 at ${grouped(at.test)}, train not yet`,
    };
  const waited = at.step - at.train;
  return {
    phase: null,
    title: waited < DELAY ? "It fits what it was shown" : "Grokking or memorisation",
    detail: `train above 0.9 at ${grouped(at.train)}; test not yet, ${steps(waited)} later`,
  };
}
