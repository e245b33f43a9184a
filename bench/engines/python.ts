/**
 * @file Processes of Python, for what researchers would use instead.
 */
import { execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { pythonWith } from "../../scripts/python";
import type { Library, Talk } from "./tools";

/** What a process of Node is told when it starts. */
export interface Lent {
  /** The kernel's file and the folder of tfjs's WebAssembly. */
  readonly kernel: string;
  readonly wasm: string;
  /** subjects/peer.py. */
  readonly peer: string;
  /** By library, the command of a Python that has it. */
  readonly pythons: Readonly<Record<Library, string | null>>;
}

const ONE_THREAD = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/** Debian's reference BLAS, which is there where nobody asked for another, is several times as slow. */
const isSlow = (python: string, library: Library): boolean =>
  execFileSync(python, ["-c", `import ${library}; print(open("/proc/self/maps").read())`], {
    encoding: "utf8",
  }).includes("/blas/libblas.so");

/** The command of a Python that has `library` as those have it who wait for results; null where there is none. */
export function findPython(library: Library): string | null {
  const python = pythonWith(library);
  return python && !isSlow(python, library) ? python : null;
}

/** Throws a sentence where no Python has `library`; the process ends with this one. */
export function startPython({ peer, pythons }: Lent, library: Library): Talk {
  const python = pythons[library];
  if (!python)
    throw new Error(`no Python here has ${library} and a fast BLAS, as in Debian's libopenblas0`);
  const child = spawn(python, [peer], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...ONE_THREAD },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(line) {
      child.stdin.write(`${JSON.stringify(line)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${python} ended without an answer`);
      return JSON.parse(value) as Record<string, unknown>;
    },
    end: () => child.stdin.end(),
  };
}
