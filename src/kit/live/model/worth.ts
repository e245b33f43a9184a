/**
 * @file Whether Table 4's line can tell understanding from a constant answer under given settings.
 */
import type { Settings } from "../../../experiment/params";
import { luck, shareRight } from "../../../theory/chance";
import { LEARNT } from "../../../theory/phase";
import { memo } from "../../state/memo";
import { chance, dataset } from "./selectors";

/**
 * Above this probability that luck alone carries the test accuracy over `LEARNT`, a test set is too
 * small for its crossing to mean anything. Test pairs are all that are not trained on, no sample of
 * more: so what has to be told apart is not the network's accuracy from 0.9, but a network from one
 * that knows no more than how frequent the answers are. One in twenty, the usual one-sided test.
 */
export const TOO_LUCKY = 0.05;

/** Of a constant answer that is already right for more than `LEARNT`: never rounded down to it. */
const above = (share: number): string =>
  share === 1 ? "all" : String(Math.max(LEARNT + 0.001, Number(share.toFixed(3))));

/** Why no phase means anything here, in a sentence; null where phases do. */
export const meaningless = memo((settings: Settings): string | null => {
  const { relation, mask, train } = dataset(settings);
  const { answer, accuracy } = chance(settings);
  for (const [side, name] of [
    [0, "test"],
    [1, "training"],
  ] as const) {
    const share = shareRight(relation.truth, mask, side, answer);
    if (share > LEARNT)
      return `always “${answer}” is right for ${above(share)} of the ${name} pairs: above 0.9 takes no understanding`;
  }
  const tests = mask.length - train.length;
  const odds = luck(tests, accuracy);
  if (odds <= TOO_LUCKY) return null;
  const pairs = tests === 1 ? "1 test pair" : `${tests} test pairs`;
  return `with ${pairs}, of which always “${answer}” should get ${accuracy.toFixed(2)}, luck alone is above 0.9 in ${Math.round(100 * odds)} of 100 draws`;
});
