/** @file The kept moments of a cell's network, in the shape of a run, for the pictures of one. */
import { trainCount } from "../../../experiment/dataset";
import { initialParameters } from "../../../experiment/initial";
import type { Settings } from "../../../experiment/params";
import { shapeOf } from "../../../experiment/shape";
import { curvesData } from "../../../kit/live/curvesData";
import { latentData } from "../../../kit/live/latentData";
import { emptyHistory, type History } from "../../../kit/live/model/history";
import { partsWith } from "../../../kit/live/model/link";
import { LOOK_PART } from "../../../kit/live/model/look";
import type { RunView, State } from "../../../kit/live/model/store";
import type { CurvesData } from "../../../kit/live/view/curvesLayout";
import type { LatentData } from "../../../kit/live/view/latent";
import { memo } from "../../../kit/state/memo";
import type { Result } from "../../../kit/study/model/result";
import { chosenReplica, type PhasesState, type Replay } from "./phases";

/** Embeddings stand for the whole parameters: the pictures of a replay read nothing else. */
const historyOf = memo(
  (settings: Settings, moments: Replay["moments"], { progress }: Result): History => {
    const empty = emptyHistory({ ...settings, steps: 1 });
    const share = trainCount(settings) / settings.n ** 2;
    const train = Float64Array.from(moments, (moment) => moment.train);
    const test = Float64Array.from(moments, (moment) => moment.test);
    return {
      ...empty,
      settings,
      length: moments.length,
      steps: Float64Array.from(moments, ({ step }) => step),
      measures: {
        ...empty.measures,
        train,
        test,
        entire: train.map((accuracy, i) => share * accuracy + (1 - share) * test[i]),
      },
      snapshots: moments.map(({ step, embedding }) => ({ step, parameters: embedding })),
      progress,
    };
  },
);

/** A stored run as the pictures of a run take it. */
const viewOf = memo(
  ({ hovered, link }: State, history: History, step: number): RunView => ({
    history,
    ghost: null,
    answer: null,
    scrub: step,
    hovered,
    link: partsWith(link, LOOK_PART, { curve: "accuracy", field: "off", forces: "off" }),
  }),
);

/** A network that nothing is known of is as its seed has it. */
const untrained = memo((settings: Settings): History => {
  const { embedding } = shapeOf(settings);
  const parameters = initialParameters(settings).slice(0, embedding);
  const empty = emptyHistory({ ...settings, steps: 1 });
  return { ...empty, settings, snapshots: [{ step: 0, parameters }] };
});

/** The chosen cell's run before its first step. */
function beforehand({ page, study, replay }: PhasesState): RunView | null {
  const { replica } = replay;
  const settings = replica === null ? undefined : study.settings[replica];
  if (replica === null || !settings || study.results[replica]) return null;
  return viewOf(page, untrained(settings), 0);
}

/** The chosen cell's run; null where nothing was kept. */
function replayed(state: PhasesState): RunView | null {
  const { page, study, replay } = state;
  const replica = chosenReplica(state);
  const result = replica === null ? null : study.results[replica];
  if (replica === null || !result || replay.replica !== replica || replay.moments.length === 0)
    return null;
  const history = historyOf(study.settings[replica], replay.moments, result);
  return viewOf(page, history, replay.moments[replay.at]?.step ?? 0);
}

export const selectReplayLatent = (state: PhasesState): LatentData | null => {
  const seen = replayed(state) ?? beforehand(state);
  return seen && latentData(seen);
};

export const selectReplayCurves = (state: PhasesState): CurvesData | null => {
  const seen = replayed(state);
  return seen && curvesData(seen);
};
