/**
 * @file Finds a Python that has a package, for the tests of programs, or installs Debian's; says what is missing.
 */
import { spawnSync } from "node:child_process";
import { installOnDebian } from "./debian";

/** The packages that programs import, and Debian's names of them. */
const PACKAGES = { numpy: "python3-numpy", torch: "python3-torch" } as const;
export type PythonPackage = keyof typeof PACKAGES;

/** Debian's own Python has Debian's packages, whichever Python comes first in the path. */
const candidates = (): string[] =>
  process.env.PYTHON ? [process.env.PYTHON] : ["python3", "/usr/bin/python3"];

/** The command of a Python that imports NumPy and `name`; null where there is none. */
export const pythonWith = (name: PythonPackage): string | null =>
  candidates().find(
    (python) =>
      spawnSync(python, ["-c", `import numpy, ${name}`], { stdio: "ignore" }).status === 0,
  ) ?? null;

/** Installs what is missing where that can be done; a sentence for each package that still is. */
export const installPython = (): string[] =>
  (Object.keys(PACKAGES) as PythonPackage[]).flatMap((name) => {
    if (pythonWith(name) === null) installOnDebian([PACKAGES[name]]);
    return pythonWith(name) === null ? [missing(name)] : [];
  });

/** What it means that a package is missing. */
export const missing = (name: PythonPackage): string =>
  name === "torch"
    ? "No Python with PyTorch was found and none could be installed: the PyTorch programs are NOT checked."
    : "The tests of programs need a python3 with NumPy: install it, or set PYTHON to one.";
