/**
 * @file All measurements of one run of the benchmark, in their order.
 */
import type { Enqueueing } from "./draws";
import { measure, type Sample, withHands } from "./measure";
import type { Place } from "./place";
import { type Findings, replicaStepsPerSecond } from "./ratios";
import { interleaved } from "./rounds";
import { type PlaceName, VARIANT_NAMES, VARIANTS, type VariantName } from "./variants";

const ROUNDS = 5;

type Samples = Record<PlaceName, Partial<Record<VariantName, Sample[]>>>;

/** A variant that does not run at a place is told to `log` once and left out there. */
export async function collect(
  chromium: Place,
  node: Place,
  log: (line: string) => void,
): Promise<Findings> {
  const samples: Samples = { chromium: {}, node: {} };
  const kernelShare: Record<PlaceName, number[]> = { chromium: [], node: [] };
  const enqueueing: Record<"naive" | "fused", Enqueueing[]> = { naive: [], fused: [] };
  const one = <Value>(place: Place, work: Parameters<typeof withHands<Value>>[2]) =>
    withHands(place, 1, work);

  for (const [round, names] of interleaved(VARIANT_NAMES, ROUNDS).entries())
    for (const place of [chromium, node]) {
      log(`round ${round + 1} of ${ROUNDS}, ${place.version}`);
      for (const name of names.filter((each) =>
        VARIANTS[each].places.some((at) => at === place.name),
      )) {
        const sample = await measure(place, name);
        const all = samples[place.name];
        all[name] = [...(all[name] ?? []), sample];
        log(`  ${name}: ${replicaStepsPerSecond(sample).toPrecision(3)} replica-steps/s`);
      }
      kernelShare[place.name].push(await one(place, ([hand]) => hand.ask("kernelShare")));
      if (place !== chromium) continue;
      for (const [who, name] of [
        ["naive", "naive tfjs, webgl"],
        ["fused", "fused WebGL, 1 replica"],
      ] as const)
        enqueueing[who].push(await one(place, ([hand]) => hand.ask("enqueueing", name)));
    }
  log("distances from float64");
  const [simd, webgl] = await withHands(chromium, 2, ([first, second]) =>
    Promise.all([first.ask("distances", "simd"), second.ask("distances", "webgl")]),
  );
  return { samples, kernelShare, enqueueing, distances: { simd, webgl } };
}
