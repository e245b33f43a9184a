/** @file The picture's data of whether classes have met, from what chapter 6 shows. */

import { relationClasses } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { partOf } from "../../../kit/live/model/link";
import { memo } from "../../../kit/state/memo";
import type { StudyState } from "../../../kit/study/model/studyState";
import type { MeetingsData } from "../view/meetings";
import type { MetNetwork } from "../view/metNetwork";
import { PHASES_PART } from "./choices";
import type { Known } from "./meetings";
import { latticeFor, type PhasesState, type Place, placeOf } from "./phases";
import { knobText } from "./words";

const networksOf = memo(
  ({ results, settings, named }: StudyState, known: Known): readonly MetNetwork[] => {
    const lattice = latticeFor(named);
    if (!lattice) return [];
    const { x, y, seeds } = lattice;
    return x.values.flatMap((u, column) =>
      y.values.flatMap((v, row) =>
        seeds.flatMap((seed, s): MetNetwork[] => {
          const replica = lattice.index(column, row, s);
          const result = results[replica];
          const meeting = result && known.get(result);
          if (!meeting || !result.outcome) return [];
          const where = `${knobText(x, u)}, ${knobText(y, v)}, seed ${seeds.length > 1 ? seed : settings[replica].seed}`;
          return [
            { ...meeting, where, phase: result.outcome.phase, place: { column, row, seed: s } },
          ];
        }),
      ),
    );
  },
);

const whyOf = memo((settings: readonly Settings[], problem: string | null): string | null => {
  if (problem !== null) return problem;
  return settings.length > 0 && !relationClasses(settings[0])
    ? "This relation sorts its elements into no classes, so none can meet. Choose another grid."
    : null;
});

const dataOf = memo(
  (
    networks: readonly MetNetwork[],
    name: string,
    chosen: Place,
    why: string | null,
  ): MeetingsData => ({
    name,
    networks,
    chosen,
    why,
  }),
);

export function selectMeetings({ page, study, meetings }: PhasesState): MeetingsData | null {
  const lattice = latticeFor(study.named);
  if (!lattice || !study.named) return null;
  const chosen = placeOf(lattice, partOf(page.link, PHASES_PART));
  const why = whyOf(study.settings, meetings.problem);
  return dataOf(networksOf(study, meetings.known), study.named.title, chosen, why);
}
