/** @file Runs of which the page has a recording, to be shown at a kept moment without training to it. */
import type { Settings } from "../../../experiment/params";
import { alikeBut, nonDefaults } from "../../../experiment/settings";
import { shapeOf } from "../../../experiment/shape";
import { MEASURES } from "../../../run/frame";
import { progress, START } from "../../../run/outcome";
import type { StoredFile } from "../../../run/storedRun";
import type { Checkpoint } from "../../../run/wire";
import { part } from "../part";
import type { StagedScene } from "./codec";
import { emptyHistory, type History, type Snapshot } from "./history";
import type { Link } from "./link";

/** A kept moment: all that the run had shown until then, and what it goes on from. */
export interface StoredMoment {
  readonly history: History;
  readonly checkpoint: Checkpoint;
  /** Whether it has the same bits on every machine. */
  readonly exact: boolean;
}

/** A recording as the scenes want it. */
export interface WantedRun {
  /** Its file: the first scene that stands in it. */
  readonly name: string;
  readonly settings: Settings;
  /** Steps at which a scene stands, ascending. */
  readonly moments: readonly number[];
}

/** The recordings that scenes need: one for each run that one of them stands in the middle of. */
export function wantedRuns(scenes: readonly Pick<StagedScene, "id" | "link">[]): WantedRun[] {
  const runs = new Map<string, { name: string; settings: Settings; steps: Set<number> }>();
  for (const { id, link } of scenes) {
    if (!link.at) continue;
    const key = JSON.stringify(nonDefaults(link.settings));
    const run = runs.get(key) ?? { name: id, settings: link.settings, steps: new Set() };
    run.steps.add(link.at);
    runs.set(key, run);
  }
  return [...runs.values()].map(({ name, settings, steps }) => ({
    name,
    settings,
    moments: [...steps].sort((a, b) => a - b),
  }));
}

/** The part of a recording up to `checkpoint`, as a run that has been watched until then. */
export function momentOf(file: StoredFile, checkpoint: Checkpoint): StoredMoment {
  const { settings, steps, frames, moments, claims } = file;
  const { size } = shapeOf(settings);
  const { step } = checkpoint;
  const past = steps.findIndex((each) => each > step);
  const length = past < 0 ? steps.length : past;
  const empty = emptyHistory(settings);
  empty.steps.set(steps.subarray(0, length));
  MEASURES.forEach((name, m) => {
    empty.measures[name].set(file.measures[m].subarray(0, length));
  });
  const { train, test } = empty.measures;
  let at = START;
  for (let i = 0; i < length; i++) at = progress(at, steps[i], train[i], test[i]);
  const whole = moments
    .filter((moment) => moment.step <= step)
    .map(
      ({ step, state }): Snapshot => ({
        step,
        parameters: Float32Array.from(state.slice(0, size)),
      }),
    );
  const kept = new Set(whole.map((snapshot) => snapshot.step));
  const between = frames
    .filter((frame) => frame.step < step && !kept.has(frame.step))
    .map(({ step, embedding }): Snapshot => ({ step, parameters: embedding }));
  return {
    history: {
      ...empty,
      length,
      snapshots: [...between, ...whole].sort((a, b) => a.step - b.step),
      progress: at,
      claims,
      recorded: step,
    },
    // The worker takes it with it.
    checkpoint: { step, state: checkpoint.state.slice() },
    exact: file.training?.exact ?? true,
  };
}

/** The moment that a link stands at, fetched where the page has it; null where it has to be trained. */
export type Stored = (link: Link) => Promise<StoredMoment> | null;

/** Recordings under `folder`, each fetched once. Another engine than the exact one is not what they are of. */
export function storedRuns(scenes: readonly StagedScene[], folder: string): Stored {
  const wanted = wantedRuns(scenes);
  const loaded = new Map<string, Promise<StoredFile>>();
  return ({ settings, at, engine, exact }) => {
    if (at === null || exact !== undefined || engine === "webgl" || engine === "reference")
      return null;
    const run = wanted.find(
      (each) => each.moments.includes(at) && alikeBut(each.settings, settings),
    );
    if (!run) return null;
    const file =
      loaded.get(run.name) ??
      part(() => import("../../../run/storedRun")).then(({ loadStoredRun }) =>
        loadStoredRun(`${folder}/${run.name}.bin`, run.settings),
      );
    loaded.set(run.name, file);
    file.catch(() => loaded.delete(run.name));
    return file.then((each) => {
      const checkpoint = each.moments.find(({ step }) => step === at);
      if (!checkpoint) throw new Error(`The stored run “${run.name}” was not kept at step ${at}.`);
      return momentOf(each, checkpoint);
    });
  };
}
