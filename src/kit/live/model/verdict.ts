/**
 * @file Table 4's verdict on a run, in words, from the moment it can be given.
 */
import { type Progress, verdict } from "../../../run/outcome";
import { grouped } from "../../../theory/grouped";
import { DELAY, type Phase } from "../../../theory/phase";

export interface Verdict {
  /** Null while a later step could still decide otherwise. */
  readonly phase: Phase | null;
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

function decidedDetail(phase: Phase, { train, test }: Progress, horizon: number): string {
  switch (phase) {
    case "generalisation":
    case "grokking": {
      const gap = (test ?? 0) - (train ?? 0);
      const sign = gap < DELAY ? "<" : "≥";
      return `train above 0.9 at ${grouped(train ?? 0)}, test at ${grouped(test ?? 0)}: gap ${grouped(gap)} ${sign} ${grouped(DELAY)}`;
    }
    case "memorisation":
      return `train above 0.9 at ${grouped(train ?? 0)}, test not ${ended(horizon)}`;
    case "confusion":
      return `train not above 0.9 ${ended(horizon)}`;
  }
}

/** `horizon` is the run's last step. */
export function describe(at: Progress, horizon: number): Verdict {
  const phase = verdict(at, horizon);
  if (phase !== null) {
    const note = at.fellBack ? "; test has since fallen back below 0.9" : "";
    return { phase, title: TITLES[phase], detail: decidedDetail(phase, at, horizon) + note };
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
    detail: `train above 0.9 at ${grouped(at.train)}; test not yet, ${grouped(waited)} steps later`,
  };
}
