/** @file Delayed generalisation in Figure 3: how far its curves were at an earlier step; from the numbers. */
import { countOf, listed } from "../../../kit/draw/phrases";
import { spreadAlong } from "../../../kit/study/model/measured";
import type { Result } from "../../../kit/study/model/result";
import { grouped } from "../../../theory/grouped";
import { PHASES } from "../../../theory/phase";
import type { Architecture } from "./figure3";
import { type GapRow, gapText, shortName } from "./figure3Data";

/** The median that rises most after the step that is looked at. */
interface Rise {
  readonly label: string;
  readonly fraction: number;
  readonly before: number;
  readonly end: number;
}

/** Of the same architectures at an earlier step and in the end; null where none is higher in the end. */
function steepest(then: readonly Architecture[], end: readonly Architecture[]): Rise | null {
  let best: Rise | null = null;
  for (const { label, points } of then) {
    const last = end.find((each) => each.label === label)?.points ?? [];
    const ends = new Map(spreadAlong(last, "entire").map(({ x, median }) => [x, median]));
    for (const { x, median } of spreadAlong(points, "entire")) {
      const rise = { label, fraction: x, before: median, end: ends.get(x) ?? median };
      if (rise.end - rise.before > (best ? best.end - best.before : 0)) best = rise;
    }
  }
  return best;
}

/** How many networks generalise at once, later, or not, by Table 4. */
export function delayWords(results: readonly (Result | null)[]): string {
  const outcomes = results.flatMap((result) => result?.outcome ?? []);
  if (outcomes.length === 0) return "No network of the figure is trained to its end yet.";
  const count = Object.fromEntries(
    PHASES.map((phase) => [phase, outcomes.filter((outcome) => outcome.phase === phase).length]),
  );
  const horizon = Math.max(...outcomes.map(({ steps }) => steps));
  const fitted = outcomes.length - count.confusion;
  return `Of ${countOf(fitted, "network")} that fit what they are trained on, ${grouped(count.generalisation)} generalise within 1,000 steps of that, ${grouped(count.grokking)} later (grokking), and ${grouped(count.memorisation)} not within ${grouped(horizon)} steps.`;
}

const gapOf = (gap: number | null): string => (gap === null ? "never" : gapText(gap));

/** Gaps that are told in a sentence. */
const TOLD = 2;

/** What an earlier step shows; `then` and `end` are the gaps of the architectures that are shown, in one order. */
export function riseWords(step: number, then: readonly GapRow[], end: readonly GapRow[]): string {
  const after = `After ${countOf(step, "step")}`;
  const rise = steepest(
    then.map(({ architecture }) => architecture),
    end.map(({ architecture }) => architecture),
  );
  if (!rise) return `${after} no median is lower than in the end.`;
  const higher = `${after} the median of ${shortName(rise.label)} at fraction ${rise.fraction} is ${rise.before.toFixed(2)} and ends at ${rise.end.toFixed(2)}, the largest rise`;
  const changed = then
    .flatMap(({ architecture: { label }, gap }, i) =>
      gap === end[i].gap ? [] : [`${shortName(label)} from ${gapOf(gap)} to ${gapOf(end[i].gap)}`],
    )
    .slice(0, TOLD);
  return changed.length === 0
    ? `${higher}; no gap changes any more.`
    : `${higher}; gaps change, ${listed(changed)}.`;
}
