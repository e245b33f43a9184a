/**
 * @file The measures made of the card's sums.
 *
 * Shapes: R replicas, N pairs, M measures (run/frame.ts).
 */
import { COLUMN, MEASURES } from "../../run/frame";

/**
 * `all` holds [rows, R, 4]: right answers on train, on test, loss on train, on test. Returns
 * [rows, R, M]; the division is made here so that accuracies are those of every other engine.
 */
export function measuresOf(
  all: Float32Array,
  trained: readonly number[],
  pairs: number,
): Float64Array {
  const count = all.length / 4;
  const measures = new Float64Array(count * MEASURES.length);
  for (let i = 0; i < count; i++) {
    const m = trained[i % trained.length];
    const [rightTrain, rightTest, lossTrain, lossTest] = all.subarray(4 * i, 4 * i + 4);
    const row = measures.subarray(i * MEASURES.length, (i + 1) * MEASURES.length);
    row[COLUMN.trainLoss] = lossTrain / m;
    row[COLUMN.testLoss] = lossTest / (pairs - m);
    row[COLUMN.train] = rightTrain / m;
    row[COLUMN.test] = rightTest / (pairs - m);
    row[COLUMN.entire] = (rightTrain + rightTest) / pairs;
  }
  return measures;
}
