/**
 * @file Sums over the train and the test pairs on the device, and the measures made of them here.
 *
 * Shapes: R replicas, N pairs, M measures (run/frame.ts).
 */
import { cast, equal, greater, mul, stack, sub, sum, type Tensor } from "@tensorflow/tfjs-core";
import type { Settings } from "../../experiment/params";
import { COLUMN, MEASURES } from "../../run/frame";
import { LOSSES } from "./loss";

/** Right answers on train, on test, loss on train, on test: not yet divided. [R, 4] */
export function sums(z: Tensor, target: Tensor, mask: Tensor, loss: Settings["loss"]): Tensor {
  const right = cast(equal(greater(z, 0), greater(target, 0.5)), "float32"); // [R, N]
  const value = LOSSES[loss].value(z, target); // [R, N]
  const test = sub(1, mask); // [R, N]
  const parts = [mul(right, mask), mul(right, test), mul(value, mask), mul(value, test)];
  return stack(
    parts.map((part) => sum(part, 1)),
    1,
  );
}

/** `all` holds [rows, R, 4] sums; returns [rows, R, M]. */
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
