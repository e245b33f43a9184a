/**
 * @file The SIMD engine: float32 in WebAssembly, replicas one after the other, the same bits on every
 * machine (docs/engines.md).
 *
 * Shapes: P parameters of a replica.
 */
import type { Settings } from "../../experiment/params";
import type { ShapeSettings } from "../../experiment/shape";
import type { Engine } from "../ensemble";
import { oneByOne, type Replica } from "../oneByOne";
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

function onDesk(
  kernel: Kernel,
  deskOf: (shape: ShapeSettings) => Desk,
  settings: Settings,
): Replica<Float32Array> {
  const own = makeReplica(settings, deskOf(settings));
  const { places } = deskOf(settings);
  const size = places.length;
  /** Where the i-th number of [3, P] lies in the padded state. */
  const at = (i: number) => (Math.floor(i / size) * own.state.length) / 3 + places[i % size];
  return {
    advance(from, steps, rows) {
      const desk = deskOf(settings);
      own.open(kernel, desk);
      let step = from;
      steps.forEach((goal, row) => {
        own.train(kernel, desk, step, goal);
        step = Math.max(step, goal);
        own.measure(kernel, desk, rows[row]);
      });
      own.close(desk); // Between two calls the desk holds nothing that is not taken back.
    },
    read(into) {
      for (let i = 0; i < into.length; i++) into[i] = own.state[at(i)];
    },
    restore(saved) {
      deskOf(settings).holder = null;
      saved.forEach((value, i) => {
        own.state[at(i)] = value;
      });
    },
  };
}

/**
 * Bytes of the kernel to a module; throws a sentence where it may not run. At once: so little code
 * is compiled sooner than the browser finds a thread for it.
 */
export function compileKernel(bytes: BufferSource): WebAssembly.Module {
  if (typeof WebAssembly === "undefined")
    throw new Error("WebAssembly is switched off here, as lockdown mode and enhanced security do");
  if (!WebAssembly.validate(bytes))
    throw new Error(
      "WebAssembly SIMD is missing here; lockdown mode and enhanced security take it",
    );
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    throw new Error("WebAssembly is forbidden here, by the page’s server or enhanced security", {
      cause: error,
    });
  }
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
    create: async (settings) =>
      oneByOne(
        settings,
        (each) => onDesk(kernel, deskOf, each),
        (length) => new Float32Array(length),
      ),
  };
}

export const createSimdEngine = (module: WebAssembly.Module): Engine =>
  simdEngine(startKernel(module));
