/**
 * @file The SIMD engine: float32 in WebAssembly, replicas one after the other, the same bits on every
 * machine (docs/engines.md).
 *
 * Shapes: R replicas, P parameters of a replica, S floats of its padded vector, M measures.
 */
import type { Settings } from "../../experiment/params";
import type { ShapeSettings } from "../../experiment/shape";
import { MEASURES } from "../../run/frame";
import { type Engine, type Ensemble, sharedShape } from "../ensemble";
import { type Desk, type Kernel, layDesk } from "./desk";
import { makeReplica } from "./replica";

/** The desk for a shape, laid anew only when the shape is another one than before. */
function makeDesks(kernel: Kernel): (shape: ShapeSettings) => Desk {
  let laid: { readonly name: string; readonly desk: Desk } | undefined;
  return (shape) => {
    const name = JSON.stringify([shape.n, shape.d, shape.mode, shape.depth, shape.width]);
    if (laid?.name !== name) laid = { name, desk: layDesk(kernel, shape) };
    return laid.desk;
  };
}

function createEnsemble(
  kernel: Kernel,
  deskOf: (shape: ShapeSettings) => Desk,
  settings: readonly Settings[],
): Ensemble {
  const { size } = sharedShape(settings);
  const { places, state } = deskOf(settings[0]);
  const padded = state.length / 3;
  const replicas = settings.map((each) => makeReplica(each, deskOf(settings[0])));
  const columns = MEASURES.length;
  let step = 0;
  return {
    settings,
    get step() {
      return step;
    },
    async advance(steps) {
      const desk = deskOf(settings[0]);
      const measures = new Float64Array(steps.length * replicas.length * columns);
      replicas.forEach((replica, r) => {
        replica.open(kernel, desk);
        let at = step;
        steps.forEach((goal, row) => {
          replica.train(kernel, desk, at, goal);
          at = Math.max(at, goal);
          const start = (row * replicas.length + r) * columns;
          replica.measure(kernel, desk, measures.subarray(start, start + columns));
        });
        replica.close(desk);
      });
      step = Math.max(step, ...steps.slice(-1));
      return measures;
    },
    async parameters() {
      const all = new Float32Array(replicas.length * size);
      replicas.forEach((replica, r) => {
        for (let i = 0; i < size; i++) all[r * size + i] = replica.state[places[i]];
      });
      return all;
    },
    async checkpoint() {
      const all = new Float32Array(replicas.length * 3 * size);
      replicas.forEach((replica, r) => {
        for (let row = 0; row < 3; row++)
          for (let i = 0; i < size; i++)
            all[(r * 3 + row) * size + i] = replica.state[row * padded + places[i]];
      });
      return { step, state: all };
    },
    restore(checkpoint) {
      step = checkpoint.step;
      deskOf(settings[0]).holder = null;
      replicas.forEach((replica, r) => {
        for (let row = 0; row < 3; row++)
          for (let i = 0; i < size; i++)
            replica.state[row * padded + places[i]] = checkpoint.state[(r * 3 + row) * size + i];
      });
    },
    dispose() {}, // Between two calls the desk holds nothing that an ensemble has not taken back.
  };
}

/**
 * Bytes of the kernel to a module; throws a sentence where SIMD is missing. At once: so little code
 * is compiled sooner than the browser finds a thread for it.
 */
export function compileKernel(bytes: BufferSource): WebAssembly.Module {
  if (!WebAssembly.validate(bytes)) throw new Error("WebAssembly SIMD is missing here");
  return new WebAssembly.Module(bytes);
}

export const startKernel = (module: WebAssembly.Module): Kernel =>
  new WebAssembly.Instance(module).exports as unknown as Kernel;

/** The engine on a kernel of its own. Ensembles share its desk, one call at a time. */
export function simdEngine(kernel: Kernel): Engine {
  const deskOf = makeDesks(kernel);
  return {
    name: "simd",
    detail: "WebAssembly SIMD, exact",
    precision: "float32",
    create: async (settings) => createEnsemble(kernel, deskOf, settings),
  };
}

export const createSimdEngine = (module: WebAssembly.Module): Engine =>
  simdEngine(startKernel(module));
