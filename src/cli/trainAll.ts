/**
 * @file Trains replicas on all cores.
 */
import type { PoolJob } from "../run/pool";
import type { Standing } from "../run/standing";
import { UserError } from "./command";
import { openNodePool } from "./nodePool";

interface Options {
  readonly workers: number;
  /** Told of each replica from time to time, and at last with `finished`. */
  readonly onStanding: (replica: number, standing: Standing) => void;
  /** Once aborted each replica in training is told of a last time. */
  readonly signal?: AbortSignal | undefined;
}

/** Resolves when nothing is left to train; rejects where a replica fails or `onStanding` throws. */
export async function trainAll(
  job: PoolJob,
  { workers, onStanding, signal }: Options,
): Promise<void> {
  const pool = openNodePool(Math.min(workers, Math.max(1, job.settings.length)));
  try {
    await new Promise<void>((resolve, reject) => {
      const stop = pool.run(job, (event) => {
        switch (event.kind) {
          case "standing":
            try {
              onStanding(event.replica, event.standing);
            } catch (error) {
              reject(error);
            }
            break;
          case "engine":
            break;
          case "failed":
            reject(new UserError(`a network could not be trained: ${event.message}`));
            break;
          case "notice":
            console.error(event.message);
            break;
          case "end":
            if (event.problem) reject(new UserError(event.problem));
            else resolve();
            break;
          default:
            event satisfies never;
        }
      });
      signal?.addEventListener("abort", stop, { once: true });
      if (signal?.aborted) stop();
    });
  } finally {
    pool.close();
  }
}
