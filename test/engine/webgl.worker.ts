/**
 * @file Trains one ensemble on the graphics card and tells what was alive before, during and after.
 */
import { backend, env, getBackend, memory } from "@tensorflow/tfjs-core";
import { createWebglEngine } from "../../src/engine/webgl/webgl";
import type { Settings } from "../../src/experiment/params";

export interface Order {
  readonly settings: readonly Settings[];
  readonly steps: readonly number[];
}

export interface Alive {
  readonly tensors: number;
  readonly data: number;
}

export interface Result {
  readonly backend: string;
  readonly detail: string;
  readonly software: boolean;
  readonly cpuForward: boolean;
  readonly bytesOnCard: number;
  readonly measures: Float64Array;
  readonly parameters: Float32Array;
  /** Before the ensemble, after its first step, after its last, after it was disposed of. */
  readonly alive: readonly Alive[];
}

/** The part of the worker's scope that is used here; the DOM library that the tests see lacks it. */
declare const self: {
  onmessage: (event: MessageEvent<Order>) => void;
  postMessage(message: unknown): void;
};

const alive = (): Alive => ({ tensors: memory().numTensors, data: backend().numDataIds() });

async function run({ settings, steps }: Order): Promise<Result> {
  const engine = await createWebglEngine();
  const before = alive();
  const ensemble = await engine.create(settings);
  await ensemble.advance([1]);
  const first = alive();
  const measures = await ensemble.advance(steps);
  const parameters = await ensemble.parameters();
  const last = alive();
  const bytesOnCard = (memory() as unknown as { numBytesInGPU: number }).numBytesInGPU;
  ensemble.dispose();
  return {
    backend: getBackend(),
    detail: engine.detail,
    software: engine.software,
    cpuForward: env().getBool("WEBGL_CPU_FORWARD"),
    bytesOnCard,
    measures,
    parameters,
    alive: [before, first, last, alive()],
  };
}

self.onmessage = ({ data }) => {
  run(data).then(
    (result) => self.postMessage(result),
    (error) => self.postMessage(String(error)),
  );
};
