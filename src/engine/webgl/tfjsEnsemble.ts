/**
 * @file R replicas side by side in tfjs operations, on whichever backend tfjs is set to.
 *
 * Shapes: R replicas, P parameters of a replica, N pairs, B pairs of a step, n elements.
 */
import {
  clone,
  dispose,
  mul,
  oneHot,
  reshape,
  stack,
  type Tensor,
  tensor2d,
  tensor3d,
  tidy,
  zeros,
} from "@tensorflow/tfjs-core";
import { initialParameters } from "../../experiment/initial";
import type { Settings } from "../../experiment/params";
import { type Ensemble, sharedShape } from "../ensemble";
import type { Device } from "./backend";
import { type Batch, makeData } from "./data";
import { LOSSES } from "./loss";
import { measuresOf, sums } from "./measure";
import { backward, forward, type Selection } from "./network";
import { makeRates, type State, UPDATES } from "./optimiser";

/** Settings that replicas share besides their shape. */
const SHARED = ["loss", "optimiser"] as const;

/** Milliseconds after which an answer is given up, and more for each replica and step asked for. */
const PATIENCE = 30_000;
const PATIENCE_PER_STEP = 100;

function refuseMixed(settings: readonly Settings[]): void {
  for (const key of SHARED)
    for (const other of settings)
      if (other[key] !== settings[0][key])
        throw new Error(
          `replicas of one ensemble share ${key}: ${settings[0][key]} is not ${other[key]}`,
        );
}

/** Each row of `pairs` [rows, columns] as two one-hot matrices. */
function select(pairs: Int32Array, rows: number, n: number): Selection {
  const columns = pairs.length / rows;
  const hot = (elements: Int32Array) =>
    oneHot(tensor2d(elements, [rows, columns], "int32"), n, 1, 0, "float32"); // [rows, columns, n]
  return {
    left: hot(pairs.map((pair) => Math.floor(pair / n))),
    right: hot(pairs.map((pair) => pair % n)),
  };
}

/** A batch on the device. */
type Feed = Selection & {
  readonly weight: Tensor; // [R, B, 1]
  readonly target: Tensor; // [R, B, 1]
};

export function createTfjsEnsemble(
  settings: readonly Settings[],
  device: Pick<Device, "guard" | "check">,
): Ensemble {
  const shape = sharedShape(settings);
  refuseMixed(settings);
  const [{ mode, loss, optimiser }] = settings;
  const R = settings.length;
  const { n, size: P } = shape;
  const N = n * n;
  const data = makeData(settings);

  const feed = ({ pairs, weight, target }: Batch): Feed => ({
    ...select(pairs, R, n),
    weight: tensor3d(weight, [R, data.B, 1]),
    target: tensor3d(target, [R, data.B, 1]),
  });
  const fixed = tidy(() => ({
    rates: makeRates(settings, shape),
    everyPair: select(
      Int32Array.from({ length: N }, (_, pair) => pair),
      1,
      n,
    ),
    truth: tensor2d(data.truth, [R, N]),
    mask: tensor2d(data.mask, [R, N]),
    ...(data.full && { feed: feed(data.batchAt(0)) }),
  }));

  const initial = new Float32Array(R * P);
  settings.forEach((of, r) => {
    initial.set(initialParameters(of), r * P);
  });
  let state: State = {
    parameters: tensor2d(initial, [R, P]),
    first: zeros([R, P]),
    second: zeros([R, P]),
  };
  let step = 0;

  function replace(next: State): void {
    const kept = Object.values(next);
    dispose(Object.values(state).filter((tensor) => !kept.includes(tensor)));
    state = next;
  }

  function update(): void {
    const next = tidy(() => {
      const { weight, target, ...selection } = fixed.feed ?? feed(data.batchAt(step));
      const pass = forward(shape, mode, state.parameters, selection);
      const dz = mul(weight, LOSSES[loss].slope(pass.z, target)); // [R, B, 1]
      const gradient = backward(mode, pass, selection, dz); // [R, P]
      return UPDATES[optimiser](state, gradient, fixed.rates, step + 1);
    });
    replace(next);
    step++;
  }

  const measure = (): Tensor =>
    tidy(() => {
      const { z } = forward(shape, mode, state.parameters, fixed.everyPair);
      return sums(reshape(z, [R, N]), fixed.truth, fixed.mask, loss);
    }); // [R, 4]

  /** Reads `tensor` and frees it. */
  async function take(tensor: Tensor, updates = 0): Promise<Float32Array> {
    try {
      const values = tensor.data<"float32">();
      return await device.guard(values, PATIENCE + PATIENCE_PER_STEP * R * updates);
    } finally {
      tensor.dispose();
    }
  }

  return {
    settings,
    get step() {
      return step;
    },
    async advance(steps) {
      device.check();
      const before = step;
      const rows = steps.map((goal) => {
        while (step < goal) update();
        return measure();
      });
      const all = stack(rows); // [rows, R, 4]
      dispose(rows);
      return measuresOf(await take(all, step - before), data.trained, N);
    },
    async parameters() {
      device.check();
      return Float32Array.from(await take(clone(state.parameters)));
    },
    async checkpoint() {
      device.check();
      const at = step;
      const all = stack([state.parameters, state.first, state.second], 1); // [R, 3, P]
      return { step: at, state: Float32Array.from(await take(all)) };
    },
    restore(checkpoint) {
      const part = (row: number) => {
        const values = new Float32Array(R * P);
        for (let r = 0; r < R; r++) {
          const start = (3 * r + row) * P;
          values.set(checkpoint.state.subarray(start, start + P), r * P);
        }
        return tensor2d(values, [R, P]);
      };
      replace({ parameters: part(0), first: part(1), second: part(2) });
      step = checkpoint.step;
    },
    dispose() {
      dispose([state, fixed]);
    },
  };
}
