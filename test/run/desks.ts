/** @file A pool whose workers are in this thread, behind cloned messages. */
import type { Comparison } from "../../src/engine/comparison";
import { type Loaders, REFERENCE_ONLY } from "../../src/engine/engines";
import { referenceEngine } from "../../src/engine/reference/reference";
import { servePool } from "../../src/engine/servePool";
import { openTrial } from "../../src/engine/trial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { makePool, type Pool, type PoolEvent, type PoolJob } from "../../src/run/pool";
import type { PoolPort, PoolReply, PoolRequest } from "../../src/run/poolWire";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";

export const TINY: Settings = { ...DEFAULTS, n: 5, width: 4, depth: 1, steps: 300 };

export const jobOf = (seeds: number, changes: Partial<PoolJob> = {}): PoolJob => {
  const settings = Array.from({ length: seeds }, (_, seed): Settings => ({ ...TINY, seed }));
  const from = settings.map(() => NOT_BEGUN);
  return { settings, until: "end", engine: "reference", from, ...changes };
};

export interface Desk extends PoolPort {
  readonly requests: PoolRequest[];
  /** Dies: nothing is heard of it any more. */
  kill(): void;
}

/** The real loop behind cloned messages, no thread. */
export function openDesk(loaders: Loaders, comparison: Comparison | null): Desk {
  const requests: PoolRequest[] = [];
  let toWorker: (request: PoolRequest) => void = () => {};
  let toPool: (reply: PoolReply) => void = () => {};
  let lost: (reason: string) => void = () => {};
  let alive = true;
  servePool(
    {
      postMessage(reply) {
        const cloned = structuredClone(reply);
        queueMicrotask(() => alive && toPool(cloned));
      },
      onRequest: (listener) => {
        toWorker = listener;
      },
    },
    ["simd", "reference"],
    loaders,
    comparison,
    0, // Reports as often as it can, so that there is something to lose.
  );
  return {
    requests,
    postMessage(request) {
      requests.push(request);
      const cloned = structuredClone(request);
      queueMicrotask(() => alive && toWorker(cloned));
    },
    onReply: (listener) => {
      toPool = listener;
    },
    onLost: (listener) => {
      lost = listener;
    },
    close: () => {
      alive = false;
    },
    kill: () => {
      alive = false;
      lost("it was killed");
    },
  };
}

export function openPool(
  size: number,
  loaders: Loaders = REFERENCE_ONLY,
  comparison: Comparison | null = null,
): { readonly pool: Pool; readonly desks: Desk[] } {
  const desks: Desk[] = [];
  const pool = makePool(() => {
    const desk = openDesk(loaders, comparison);
    desks.push(desk);
    return desk;
  }, size);
  return { pool, desks };
}

/** Runs to the end; `on` sees each event. */
export async function runToEnd(
  pool: Pool,
  job: PoolJob,
  on: (event: PoolEvent) => void = () => {},
) {
  const standings = [...job.from];
  const order: number[] = [];
  const notices: string[] = [];
  const problem = await new Promise<string | null>((resolve) => {
    pool.run(job, (event) => {
      if (event.kind === "standing") {
        standings[event.replica] = event.standing;
        if (event.standing.finished) order.push(event.replica);
      }
      if (event.kind === "notice") notices.push(event.message);
      on(event);
      if (event.kind === "end") resolve(event.problem);
    });
  });
  pool.close();
  return { standings, order, notices, problem };
}

/** The same replicas, one after the other, without a pool. */
export async function alone({ settings, until }: PoolJob): Promise<Standing[]> {
  const standings: Standing[] = [];
  for (const each of settings) {
    const trial = await openTrial(referenceEngine, [each], until, [NOT_BEGUN]);
    while (!trial.finished) await trial.advance(1e9);
    standings.push(...(await trial.standings()));
  }
  return standings;
}
