/**
 * @file Answers questions about one network by the reference's plain loops.
 */
import { makeDataset } from "../experiment/dataset";
import type { Settings } from "../experiment/params";
import { shapeOf } from "../experiment/shape";
import type { Answer, Plane, Question } from "../run/probe";
import { reasonOf } from "./reason";
import { sigmoid } from "./reference/loss";
import { makeNetwork, type Network } from "./reference/network";
import { meanGradient } from "./reference/reference";

/** Copies of the rows of `parameters`' embedding. n of [d] */
function embeddings(settings: Settings, parameters: Float64Array): Float64Array[] {
  const { n, d } = shapeOf(settings);
  return Array.from({ length: n }, (_, x) => parameters.slice(x * d, (x + 1) * d));
}

function predict(rows: readonly Float64Array[], network: Network, parameters: Float64Array) {
  return Float32Array.from(
    rows.flatMap((left) => rows.map((right) => sigmoid(network.logit(parameters, left, right)))),
  );
}

function fieldOver(
  { origin, u, v, a, b, columns, rows }: Plane,
  left: Float64Array,
  network: Network,
  parameters: Float64Array,
): Float32Array {
  const field = new Float32Array(rows * columns);
  const point = new Float64Array(origin.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const s = a[0] + ((column + 0.5) / columns) * (a[1] - a[0]);
      const t = b[0] + ((row + 0.5) / rows) * (b[1] - b[0]);
      for (let i = 0; i < point.length; i++) point[i] = origin[i] + s * u[i] + t * v[i];
      field[row * columns + column] = sigmoid(network.logit(parameters, left, point));
    }
  return field;
}

function forces(settings: Settings, parameters: Float64Array): Float32Array {
  const { embedding, size } = shapeOf(settings);
  const { relation, train } = makeDataset(settings);
  const gradient = new Float64Array(size);
  meanGradient(settings, relation.truth)(parameters, train, gradient);
  return Float32Array.from(gradient.subarray(0, embedding), (slope) => -slope);
}

export function answer(question: Question): Answer {
  const { settings, step, field } = question;
  const parameters = Float64Array.from(question.parameters);
  const network = makeNetwork(settings);
  const rows = embeddings(settings, parameters);
  return {
    step,
    predictions: predict(rows, network, parameters),
    field: field && {
      ...field,
      values: fieldOver(field.plane, rows[field.x], network, parameters),
    },
    forces: question.forces ? forces(settings, parameters) : null,
    ...(question.pair && { reason: reasonOf(settings, parameters, question.pair) }),
  };
}
