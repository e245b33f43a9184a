/**
 * @file The default network as a typical user of jax-js writes it: gradient and Adam in one compiled
 * function, on its WebAssembly device. In jax-js a call owns its arguments; `.ref` keeps one.
 *
 * Shapes: n elements, d embedding dimensions, m training pairs, w width.
 */
import {
  defaultDevice,
  grad,
  init,
  jit,
  nn,
  numpy as np,
  type Array as Tensor,
  tree,
} from "@jax-js/jax";
import { BETA1, BETA2, EPSILON } from "../../../src/engine/reference/optimiser";
import { makeDataset } from "../../../src/experiment/dataset";
import { initialParameters } from "../../../src/experiment/initial";
import type { Settings } from "../../../src/experiment/params";
import { shapeOf } from "../../../src/experiment/shape";
import type { Subject } from "../subject";

/** Embedding [n, d], then each layer's weight and bias. */
type Parameters = Tensor[];

export async function makeJax(settings: Settings): Promise<Subject> {
  if (!(await init("wasm")).includes("wasm")) throw new Error("jax-js has no WebAssembly here");
  defaultDevice("wasm");
  const { n, d, embedding, layers } = shapeOf(settings);
  const { relation, train } = makeDataset(settings);
  const initial = initialParameters(settings);
  const part = (from: number, ...shape: number[]) =>
    np.array(initial.slice(from, from + shape.reduce((a, b) => a * b))).reshape(shape);
  const elements = (of: (pair: number) => number) => np.array(Int32Array.from(train, of));
  const left = elements((pair) => Math.floor(pair / n)); // [m]
  const right = elements((pair) => pair % n); // [m]
  const sign = np.array(Float32Array.from(train, (pair) => 1 - 2 * relation.truth[pair])); // [m]

  function loss([embeddings, ...rest]: Parameters): Tensor {
    const x = np.take(embeddings.ref, left.ref, 0); // [m, d]
    const y = np.take(embeddings, right.ref, 0); // [m, d]
    let h = np.concatenate([x, y], 1);
    layers.forEach((_, l) => {
      const z = np.matmul(h, rest[2 * l]).add(rest[2 * l + 1]); // [m, w]
      h = l < layers.length - 1 ? np.tanh(z) : z;
    });
    return nn.softplus(sign.ref.mul(h.reshape([train.length]))).mean();
  }

  const slopes = grad(loss);
  /** One Adam update; `scale1` and `scale2` are the bias corrections. */
  const update = jit(
    (
      parameters: Parameters,
      first: Parameters,
      second: Parameters,
      scale1: Tensor,
      scale2: Tensor,
    ) => {
      const gradient = slopes(parameters.map((p) => p.ref)) as Parameters;
      const moment1 = first.map((m, i) => m.mul(BETA1).add(gradient[i].ref.mul(1 - BETA1)));
      const moment2 = second.map((v, i) => v.mul(BETA2).add(np.square(gradient[i]).mul(1 - BETA2)));
      const next = parameters.map((p, i) => {
        const root = np.sqrt(moment2[i].ref.mul(scale2.ref)).add(EPSILON);
        return p.sub(moment1[i].ref.mul(scale1.ref).mul(settings.encoderRate).div(root));
      });
      tree.dispose([scale1, scale2]);
      return [next, moment1, moment2];
    },
  );

  let parameters: Parameters = [
    part(0, embedding / d, d),
    ...layers.flatMap(({ weight, bias, fanIn, fanOut }) => [
      part(weight, fanIn, fanOut),
      part(bias, fanOut),
    ]),
  ];
  let first = parameters.map((p) => np.zerosLike(p.ref));
  let second = parameters.map((p) => np.zerosLike(p.ref));
  let at = 0;

  return {
    replicas: 1,
    async step(steps) {
      for (const end = at + steps; at < end; ) {
        at++;
        const scale1 = np.array(1 / (1 - BETA1 ** at));
        const scale2 = np.array(1 / (1 - BETA2 ** at));
        [parameters, first, second] = update(parameters, first, second, scale1, scale2);
      }
      await parameters[0].ref.data();
    },
    async parameters() {
      const parts = await Promise.all(parameters.map((p) => p.ref.data()));
      return Float32Array.from(
        parts.flatMap((values: unknown) => Array.from(values as Float32Array)),
      );
    },
  };
}
