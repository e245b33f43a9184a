/**
 * @file The loop of a pool's worker: trains one leg at a time, says from time to time where its
 * replicas stand, and looks for messages often enough to stop within a few hundredths of a second.
 */

import { sentence } from "../experiment/sentence";
import type { EngineName } from "../run/engineChoice";
import type { Leg, PoolReply, PoolRequest } from "../run/poolWire";
import type { Comparison } from "./comparison";
import { type Loaders, openEngine } from "./engines";
import { makeGridChooser } from "./gridChooser";
import { makeMailbox } from "./mailbox";
import { openTrial, type Trial } from "./trial";

/** Milliseconds of training after which messages are looked at. */
const CHUNK = 16;
/** Milliseconds between two reports, and more for every `PACK` replicas: what a lost worker costs at most. */
const REPORT = 400;
const PACK = 64;

interface Scope {
  postMessage(message: PoolReply): void;
  onRequest(listener: (request: PoolRequest) => void): void;
  /** Lets queued requests be delivered; `makeMailbox` if it is not given. */
  readonly mailbox?: () => Promise<void>;
}

/**
 * `order` is the order in which engines are tried where nothing is measured; `interval` is the
 * milliseconds between two reports.
 */
export function servePool(
  scope: Scope,
  order: readonly EngineName[],
  loaders: Loaders,
  comparison: Comparison | null,
  interval = REPORT,
): void {
  const mailbox = scope.mailbox ?? makeMailbox();
  const choose = makeGridChooser(order, loaders, comparison);
  const stopped = new Set<number>();
  /** Steps that fit into a chunk, from one leg to the next of equal cost. */
  let chunk = 1;

  scope.onRequest((request) => {
    switch (request.kind) {
      case "choose":
        void grant(request);
        break;
      case "train":
        void train(request);
        break;
      case "stop":
        stopped.add(request.ticket);
        break;
      default:
        request satisfies never;
    }
  });

  const fail = (ticket: number, error: unknown) =>
    scope.postMessage({ kind: "failed", ticket, message: sentence(error) });

  async function grant({ ticket, wish }: PoolRequest & { kind: "choose" }): Promise<void> {
    try {
      scope.postMessage({ kind: "chosen", ticket, engine: await choose(wish) });
    } catch (error) {
      fail(ticket, error);
    } finally {
      stopped.delete(ticket);
    }
  }

  async function train({ ticket, leg }: PoolRequest & { kind: "train" }): Promise<void> {
    let trial: Trial | undefined;
    try {
      const { engine } = await openEngine(leg.settings, leg.engine, order, loaders);
      trial = await openTrial(engine, leg.settings, leg.until, leg.from);
      await run(ticket, trial, leg);
    } catch (error) {
      fail(ticket, error);
    } finally {
      trial?.dispose();
      stopped.delete(ticket);
    }
  }

  async function run(ticket: number, trial: Trial, { pause, settings }: Leg): Promise<void> {
    const every = interval * Math.max(1, settings.length / PACK);
    const report = async (over: boolean) =>
      scope.postMessage({ kind: "standings", ticket, standings: await trial.standings(), over });
    let reported = performance.now();
    let looked = reported;
    chunk = Math.max(1, chunk / 4);
    while (!trial.finished && trial.step < pause && !stopped.has(ticket)) {
      const before = trial.step;
      const begun = performance.now();
      const most = Math.max(1, Math.min(Math.floor(chunk), pause - trial.step));
      await trial.advance(most);
      const now = performance.now();
      const took = now - begun;
      if (took > CHUNK) chunk *= CHUNK / took;
      else if (trial.step - before === most && took < CHUNK / 2) chunk *= 2;
      if (now - looked < CHUNK) continue;
      if (now - reported >= every && !trial.finished) {
        await report(false);
        reported = now;
      }
      await mailbox();
      looked = performance.now();
    }
    await report(true);
  }
}
