/** @file A1, held against the recorded networks of Figure 3. */
import type { Recording } from "../../../experiment/recording";
import { capital } from "../../../kit/draw/words";
import type { Answer, Judged } from "../../../kit/live/chapter";
import { choose } from "../../../kit/live/model/actions";
import { measuredAlong } from "../../../kit/study/model/measured";
import { recordedReplicas } from "../../../kit/study/model/result";
import { recordingsOf } from "../../../kit/study/model/studies";
import { RELATIONS } from "../../../theory/relation";
import { type AtLeastB, atLeastB, judgementOf, reachText } from "./atLeastB";
import { formulasOf } from "./boundFacts";
import { subjectFor } from "./boundSubject";
import { DATA_PART } from "./choices";
import { FIGURE_3_RELATIONS } from "./figure3Experiment";

/** With the first version's b; null where that is one bit or less. */
export function atLeastBOf(recording: Recording): AtLeastB | null {
  const { base } = recording.experiment;
  const formulas = formulasOf(subjectFor({ ...base, known: "own" }), "paper");
  if (!formulas) return null;
  const { settings, results } = recordedReplicas(recording);
  return atLeastB(measuredAlong("trainFraction", settings, results), base.n, formulas);
}

/** It fails with the first network that does with fewer, and holds in part where a recording cannot tell. */
export function judgeAtLeastB(recordings: readonly Recording[]): Judged {
  const found = recordings.flatMap((recording) => {
    const each = atLeastBOf(recording);
    return each ? [{ each, label: RELATIONS[recording.experiment.base.relation].label }] : [];
  });
  const judgements = found.map(({ each }) => judgementOf(each));
  const whole = found.length === recordings.length && !judgements.includes(null);
  return {
    judgement: judgements.includes("fails") ? "fails" : whole ? "holds" : "partly",
    text: found.map(({ label, each }) => `${capital(label)}: ${reachText(each)}`).join(" "),
  };
}

export const ANSWER: Answer = {
  name: "A1",
  says: "Full generalisation takes at least b examples, b being the bits that say which relation it is. Correlated examples delay it further, and so does the induction gap.",
  judge: async (page) =>
    judgeAtLeastB(
      await recordingsOf(
        page,
        FIGURE_3_RELATIONS.map((relation) => `figure-3-${relation}`),
      ),
    ),
  show: (page) => choose(page, DATA_PART, { figure: "networks" }),
};
