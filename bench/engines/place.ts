/**
 * @file Where the benchmark's workers run, seen from the command.
 */
import type { Answer, Questions } from "./service";
import type { PlaceName } from "./variants";

/** A fresh worker or process. */
export interface Hand {
  /** Rejects with the sentence of a failure. */
  ask<Name extends keyof Questions>(
    name: Name,
    ...argument: Parameters<Questions[Name]>
  ): ReturnType<Questions[Name]>;
  end(): Promise<void>;
}

export interface Place {
  readonly name: PlaceName;
  readonly version: string;
  start(): Promise<Hand>;
  /** Processor time that `hands` and what draws for them have used so far, in seconds. */
  processorSeconds(hands: readonly Hand[]): Promise<number>;
  close(): Promise<void>;
}

/** The value of an answer; throws its failure. */
export function unwrap(answer: Answer): unknown {
  if ("failed" in answer) throw new Error(answer.failed);
  return answer.value;
}
