/**
 * @file All measurements of one run of the benchmark, in their order.
 */
import type { Distances, Tested } from "./distances";
import type { Enqueueing } from "./draws";
import { measure, type Sample, withHands } from "./measure";
import type { Hand, Place } from "./place";
import { type Absence, type Findings, replicaStepsPerSecond } from "./ratios";
import { interleaved } from "./rounds";
import { type PlaceName, VARIANT_NAMES, VARIANTS, type VariantName } from "./variants";

const ON_CARD = { naive: "naive tfjs, webgl", fused: "fused WebGL, 1 replica" } as const;

type Samples = Record<PlaceName, Partial<Record<VariantName, Sample[]>>>;

/** What fails at a place is told to `log`, listed as absent and not tried there again. */
export async function collect(
  chromium: Place,
  node: Place,
  rounds: number,
  log: (line: string) => void,
): Promise<Findings> {
  const samples: Samples = { chromium: {}, node: {} };
  const kernelShare: Record<PlaceName, number[]> = { chromium: [], node: [] };
  const enqueueing: Record<keyof typeof ON_CARD, Enqueueing[]> = { naive: [], fused: [] };
  const distances: Partial<Record<Tested, Distances>> = {};
  const absent: Absence[] = [];

  async function attempt(place: Place, what: string, work: () => Promise<string>): Promise<void> {
    if (absent.some((of) => of.what === what && of.place === place.name)) return;
    try {
      log(`  ${what}: ${await work()}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      absent.push({ what, place: place.name, why });
      log(`  ${what} is left out: ${why}`);
    }
  }
  const alone = <Value>(place: Place, ask: (hand: Hand) => Promise<Value>) =>
    withHands(place, 1, ([hand]) => ask(hand));

  for (const [round, names] of interleaved(VARIANT_NAMES, rounds).entries())
    for (const place of [chromium, node]) {
      log(`round ${round + 1} of ${rounds}, ${place.version}`);
      for (const name of names)
        if (VARIANTS[name].places.some((at) => at === place.name))
          await attempt(place, name, async () => {
            const sample = await measure(place, name);
            const earlier = samples[place.name][name] ?? [];
            samples[place.name][name] = [...earlier, sample];
            return `${replicaStepsPerSecond(sample).toPrecision(3)} replica-steps/s`;
          });
      await attempt(place, "share of the micro-kernel", async () => {
        const share = await alone(place, (hand) => hand.ask("kernelShare"));
        kernelShare[place.name].push(share);
        return share.toFixed(3);
      });
      if (place !== chromium) continue;
      for (const who of ["naive", "fused"] as const)
        await attempt(place, `enqueueing, ${ON_CARD[who]}`, async () => {
          const found = await alone(place, (hand) => hand.ask("enqueueing", ON_CARD[who]));
          enqueueing[who].push(found);
          return `${found.milliseconds.toPrecision(3)} ms a step`;
        });
    }

  log("distances from float64");
  const engines = ["simd", "webgl"] as const;
  await Promise.all(
    engines.map((engine) =>
      attempt(chromium, `distance, ${engine}`, async () => {
        const found = await alone(chromium, (hand) => hand.ask("distances", engine));
        distances[engine] = found;
        return found.default200.toPrecision(2);
      }),
    ),
  );
  return { samples, kernelShare, enqueueing, distances, absent };
}
