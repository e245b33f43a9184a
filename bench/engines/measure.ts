/**
 * @file One measurement of one variant in fresh workers.
 */
import type { Hand, Place } from "./place";
import { VARIANTS, type VariantName } from "./variants";

export interface Sample {
  /** Steps of single replicas, over all workers. */
  readonly replicaSteps: number;
  /** Until the last worker had finished. */
  readonly seconds: number;
  /** Of all workers together. */
  readonly processorSeconds: number;
}

/** Hands of their own for the length of `work`. */
export async function withHands<Value>(
  place: Place,
  count: number,
  work: (hands: readonly Hand[]) => Promise<Value>,
): Promise<Value> {
  const hands: Hand[] = [];
  try {
    while (hands.length < count) hands.push(await place.start());
    return await work(hands);
  } finally {
    await Promise.all(hands.map((hand) => hand.end()));
  }
}

export const measure = (place: Place, name: VariantName): Promise<Sample> => {
  const { workers, replicas } = VARIANTS[name];
  return withHands(place, workers, async (hands) => {
    const steps = await Promise.all(hands.map((hand) => hand.ask("prepare", name)));
    const count = Math.round(steps.reduce((sum, each) => sum + each, 0) / workers);
    const before = await place.processorSeconds(hands);
    const seconds = await Promise.all(hands.map((hand) => hand.ask("time", count)));
    const after = await place.processorSeconds(hands);
    return {
      replicaSteps: count * workers * replicas,
      seconds: Math.max(...seconds),
      processorSeconds: after - before,
    };
  });
};
