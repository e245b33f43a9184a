/**
 * @file What replicas cost, and what it spared to end them once Table 4 had decided.
 */
import { cells } from "../experiment/experiment";
import type { NamedExperiment } from "../experiment/experimentFile";
import type { FinishedReplica } from "./shard";

export interface Effort {
  /** Replica-steps made. */
  readonly made: number;
  /** Those of the same replicas trained to their horizon. */
  readonly horizon: number;
  /** (horizon - made) / horizon, to three decimals; 0 without replicas. */
  readonly saved: number;
}

export function effortOf(
  { experiment }: NamedExperiment,
  finished: readonly FinishedReplica[],
): Effort {
  const all = cells(experiment);
  const made = finished.reduce((sum, { outcome }) => sum + outcome.steps, 0);
  const horizon = finished.reduce((sum, { replica }) => sum + all[replica].steps, 0);
  return { made, horizon, saved: horizon && Number((1 - made / horizon).toFixed(3)) };
}
