/**
 * @file The training step as one writes it well in JavaScript without a library: flat Float32Arrays,
 * nothing allocated in a step, 4 pairs by 2 units at a time in local variables. Concat,
 * cross-entropy and Adam on the full batch: the default run.
 *
 * Shapes: n elements, d embedding dimensions, m training pairs, `rows` of them with padding. Values
 * of one unit for consecutive pairs lie side by side. [units, rows]
 */
import { BETA1, BETA2, EPSILON } from "../../../src/engine/reference/optimiser";
import { makeDataset } from "../../../src/experiment/dataset";
import { initialParameters } from "../../../src/experiment/initial";
import type { Settings } from "../../../src/experiment/params";
import { shapeOf } from "../../../src/experiment/shape";
import type { Subject } from "../subject";

/**
 * out[j] = bias[j] + sum over i of weight[i * across + j * along] from[i]; `rows` is a multiple of 4.
 * Where `outputs` is odd its last unit is computed twice.
 */
function multiply(
  from: Float32Array,
  inputs: number,
  weight: Float32Array,
  across: number,
  along: number,
  bias: Float32Array,
  out: Float32Array,
  outputs: number,
  rows: number,
): void {
  for (let p = 0; p < rows; p += 4)
    for (let j = 0; j < outputs; j += 2) {
      const next = Math.min(j + 1, outputs - 1);
      let a0 = bias[j];
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let b0 = bias[next];
      let b1 = b0;
      let b2 = b0;
      let b3 = b0;
      let k = j * along;
      let l = next * along;
      for (let i = 0, x = p; i < inputs; i++, x += rows) {
        const u = weight[k];
        const v = weight[l];
        const x0 = from[x];
        const x1 = from[x + 1];
        const x2 = from[x + 2];
        const x3 = from[x + 3];
        a0 += u * x0;
        a1 += u * x1;
        a2 += u * x2;
        a3 += u * x3;
        b0 += v * x0;
        b1 += v * x1;
        b2 += v * x2;
        b3 += v * x3;
        k += across;
        l += across;
      }
      let to = j * rows + p;
      out[to] = a0;
      out[to + 1] = a1;
      out[to + 2] = a2;
      out[to + 3] = a3;
      to = next * rows + p;
      out[to] = b0;
      out[to + 1] = b1;
      out[to + 2] = b2;
      out[to + 3] = b3;
    }
}

/** gradient[i, j] = sum over rows of from[i] slope[j]; odd counts as above. */
function correlate(
  from: Float32Array,
  inputs: number,
  slope: Float32Array,
  outputs: number,
  gradient: Float32Array,
  rows: number,
): void {
  for (let i = 0; i < inputs; i += 2)
    for (let j = 0; j < outputs; j += 2) {
      const below = Math.min(i + 1, inputs - 1);
      const next = Math.min(j + 1, outputs - 1);
      let x = i * rows;
      let y = below * rows;
      let s = j * rows;
      let t = next * rows;
      let a = 0;
      let b = 0;
      let c = 0;
      let e = 0;
      for (const end = x + rows; x < end; x++, y++, s++, t++) {
        const u = from[x];
        const v = from[y];
        const g = slope[s];
        const h = slope[t];
        a += u * g;
        b += u * h;
        c += v * g;
        e += v * h;
      }
      gradient[i * outputs + j] = a;
      gradient[i * outputs + next] = b;
      gradient[below * outputs + j] = c;
      gradient[below * outputs + next] = e;
    }
}

/** gradient[j] = sum over rows of slope[j]. */
function sumRows(slope: Float32Array, outputs: number, gradient: Float32Array, rows: number): void {
  for (let j = 0, s = 0; j < outputs; j++) {
    let sum = 0;
    for (const end = s + rows; s < end; s++) sum += slope[s];
    gradient[j] = sum;
  }
}

export function makeTypedArray(settings: Settings): Subject {
  const { n, d, embedding, layers, size } = shapeOf(settings);
  const { relation, train } = makeDataset(settings);
  const { encoderRate, decoderRate } = settings;
  const m = train.length;
  const rows = (m + 3) & ~3;
  const parameters = initialParameters(settings);
  const gradient = new Float32Array(size);
  const first = new Float32Array(size);
  const second = new Float32Array(size);
  // Padding is pair 0 with a slope of 0.
  const left = Int32Array.from({ length: rows }, (_, p) => d * Math.floor((train[p] ?? 0) / n));
  const right = Int32Array.from({ length: rows }, (_, p) => d * ((train[p] ?? 0) % n));
  const sign = Float32Array.from({ length: rows }, (_, p) =>
    p < m ? 1 - 2 * relation.truth[train[p]] : 0,
  );
  const parts = layers.map(({ fanIn, fanOut, weight, bias }) => ({
    fanIn,
    fanOut,
    weight: parameters.subarray(weight, bias),
    bias: parameters.subarray(bias, bias + fanOut),
    weightGradient: gradient.subarray(weight, bias),
    biasGradient: gradient.subarray(bias, bias + fanOut),
    input: new Float32Array(fanIn * rows),
    inputSlope: new Float32Array(fanIn * rows),
    noBias: new Float32Array(fanIn),
  }));
  const last = parts.length - 1;
  const logits = new Float32Array(rows);
  let at = 0;

  function forward(): void {
    const { input } = parts[0];
    for (let i = 0; i < d; i++)
      for (let p = 0; p < rows; p++) {
        input[i * rows + p] = parameters[left[p] + i];
        input[(d + i) * rows + p] = parameters[right[p] + i];
      }
    for (let l = 0; l <= last; l++) {
      const { fanIn, fanOut, weight, bias, input: from } = parts[l];
      const out = l < last ? parts[l + 1].input : logits;
      multiply(from, fanIn, weight, fanOut, 1, bias, out, fanOut, rows);
      if (l < last) for (let k = 0; k < out.length; k++) out[k] = Math.tanh(out[k]);
    }
  }

  function backpropagate(): void {
    for (let p = 0; p < rows; p++) {
      const s = sign[p];
      logits[p] = s / (1 + Math.exp(-s * logits[p])) / m;
    }
    let slope = logits;
    for (let l = last; l >= 0; l--) {
      const { fanIn, fanOut, weight, input, inputSlope } = parts[l];
      correlate(input, fanIn, slope, fanOut, parts[l].weightGradient, rows);
      sumRows(slope, fanOut, parts[l].biasGradient, rows);
      multiply(slope, fanOut, weight, 1, fanOut, parts[l].noBias, inputSlope, fanIn, rows);
      if (l > 0) for (let k = 0; k < input.length; k++) inputSlope[k] *= 1 - input[k] * input[k];
      slope = inputSlope;
    }
    gradient.fill(0, 0, embedding);
    for (let i = 0; i < d; i++)
      for (let p = 0; p < rows; p++) {
        gradient[left[p] + i] += slope[i * rows + p];
        gradient[right[p] + i] += slope[(d + i) * rows + p];
      }
  }

  function adam(): void {
    const scale1 = 1 / (1 - BETA1 ** at);
    const scale2 = 1 / (1 - BETA2 ** at);
    for (let i = 0; i < size; i++) {
      const g = gradient[i];
      const moment1 = BETA1 * first[i] + (1 - BETA1) * g;
      const moment2 = BETA2 * second[i] + (1 - BETA2) * g * g;
      first[i] = moment1;
      second[i] = moment2;
      const rate = i < embedding ? encoderRate : decoderRate;
      parameters[i] -= (rate * moment1 * scale1) / (Math.sqrt(moment2 * scale2) + EPSILON);
    }
  }

  return {
    replicas: 1,
    async step(steps) {
      for (const end = at + steps; at < end; ) {
        at++;
        forward();
        backpropagate();
        adam();
      }
    },
    parameters: async () => parameters.slice(),
  };
}
