/** @file The runs beside the page's own while the bench is open: which, their workers, and that they go in step. */
import { createStore } from "zustand/vanilla";
import type { Settings } from "../../../../experiment/params";
import { startInquiry } from "../../../../kit/live/model/inquiry";
import { partOf } from "../../../../kit/live/model/link";
import { perPage } from "../../../../kit/live/model/perPage";
import { makeProjection, type projectionOf } from "../../../../kit/live/model/selectors";
import { startSession } from "../../../../kit/live/model/session";
import type { State, Store } from "../../../../kit/live/model/store";
import { openTrainer } from "../../../../kit/live/workers";
import { type Source, workerSource } from "../../../../run/source";
import type { Reply, Request } from "../../../../run/wire";
import type { WorkerPort } from "../../../../run/workerPort";
import { otherOf } from "../../model/actions";
import { LAB_PART, type LabChoices } from "../../model/choices";
import { labProbe } from "../../model/probe";
import { laneStore } from "./lane";
import { lockstep } from "./lockstep";

/** One of the runs, as it stands. */
export interface Lane {
  readonly name: string;
  readonly settings: Settings;
  readonly store: Store;
  readonly state: State;
  /** How its latent space is seen, where it has more than two dimensions. */
  readonly projection: typeof projectionOf;
}

/** The runs beside the page's own. */
export const lanesOf = perPage(() =>
  createStore<{ readonly others: readonly Lane[] }>(() => ({ others: [] })),
);

/** The seeds that are trained side by side, the page's first; after the largest there is comes 0. */
export const seedsOf = (settings: Settings, { seeds }: Pick<LabChoices, "seeds">): number[] =>
  Array.from({ length: seeds }, (_, i) => (settings.seed + i) % 2 ** 32);

/** Which runs a link wants beside the page's own. */
export function wanted({ settings, parts }: Pick<State["link"], "settings" | "parts">) {
  const choices = partOf({ parts }, LAB_PART);
  if (choices.lanes === "two")
    return [{ name: "B", settings: otherOf(settings, choices.difference).settings }];
  return seedsOf(settings, choices)
    .slice(1)
    .map((seed) => ({ name: `seed ${seed}`, settings: { ...settings, seed } }));
}

/** A source whose worker can be given up. */
function closable(open: () => WorkerPort<Request, Reply>) {
  let port: WorkerPort<Request, Reply> | null = null;
  const source = workerSource(() => {
    port = open();
    return port;
  });
  return { source, close: () => port?.close() };
}

type Trainer = { readonly source: Source; close(): void };

/** Trains what the link wants beside the page's run. Returns what ends it: the workers are closed and the page's run goes on. */
export function bindLanes(
  page: Store,
  train: () => Trainer = () => closable(openTrainer),
): () => void {
  const lanes = lanesOf(page);
  const trainers: Trainer[] = [];
  let running: readonly { readonly lane: Lane; end(): void }[] = [];
  let key = "";
  let stop = () => {};

  function start(name: string, settings: Settings, i: number) {
    trainers[i] ??= train();
    const store = laneStore(page, settings);
    const projection = makeProjection();
    const ends = [startSession(store, trainers[i].source, () => performance.now())];
    // Small pictures have neither field nor forces.
    if (name === "B") ends.push(startInquiry(store, labProbe(page), projection));
    const lane: Lane = { name, settings, store, state: store.getState(), projection };
    const tell = (state: State) =>
      lanes.setState(({ others }) => ({
        others: others.map((other) => (other.store === store ? { ...other, state } : other)),
      }));
    ends.push(store.subscribe(tell));
    return { lane, end: () => ends.forEach((end) => void end()) };
  }

  function look(): void {
    const runs = wanted(page.getState().link);
    const next = JSON.stringify(runs);
    if (next === key) return;
    key = next;
    stop();
    for (const { end } of running) end();
    for (const trainer of trainers.splice(runs.length)) trainer.close();
    running = runs.map(({ name, settings }, i) => start(name, settings, i));
    lanes.setState({
      others: running.map(({ lane }) => ({ ...lane, state: lane.store.getState() })),
    });
    stop = lockstep([page, ...running.map(({ lane }) => lane.store)]);
  }

  look();
  const unsubscribe = page.subscribe(({ link }, before) => {
    if (link !== before.link) look();
  });
  return () => {
    unsubscribe();
    stop();
    for (const { end } of running) end();
    for (const trainer of trainers) trainer.close();
    lanes.setState({ others: [] });
  };
}
