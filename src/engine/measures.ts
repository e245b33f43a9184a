/**
 * @file The measures of a network from sums over its pairs. Every engine divides here, so that equal
 * sums are equal accuracies.
 */
import { COLUMN } from "../run/frame";

/** Of the training pairs, and of the others. */
type Sums = readonly [number, number];

/** Writes the M measures; `trained` of all `pairs` are training pairs. */
export function writeMeasures(
  into: Float64Array,
  [trainLoss, testLoss]: Sums,
  [trainRight, testRight]: Sums,
  trained: number,
  pairs: number,
): void {
  into[COLUMN.trainLoss] = trainLoss / trained;
  into[COLUMN.testLoss] = testLoss / (pairs - trained);
  into[COLUMN.train] = trainRight / trained;
  into[COLUMN.test] = testRight / (pairs - trained);
  into[COLUMN.entire] = (trainRight + testRight) / pairs;
}
