/**
 * @file What researchers would use instead trains the same network, and costs are told by the work in a step.
 */
import { expect, test } from "vitest";
import { type Lent, startPython } from "../../bench/engines/python";
import type { Tools } from "../../bench/engines/tools";
import { VARIANT_NAMES, VARIANTS } from "../../bench/engines/variants";
import { missing, pythonWith } from "../../scripts/python";
import { oracle } from "../engine/parity";
import type {} from "../setup";

const lent: Lent = {
  kernel: "",
  wasm: "",
  peer: "bench/engines/subjects/peer.py",
  pythons: { torch: pythonWith("torch"), numpy: pythonWith("numpy") },
};
const TOOLS = { python: async (library) => startPython(lent, library) } as Partial<Tools> as Tools;

for (const library of ["torch", "numpy"] as const)
  if (!lent.pythons[library]) console.error(missing(library));

const there = VARIANT_NAMES.filter((name) =>
  name.startsWith("PyTorch") ? lent.pythons.torch : name.startsWith("NumPy") && lent.pythons.numpy,
);

test.each(there)("%s trains as the reference does, and says what it used", async (name) => {
  const { make, settings } = VARIANTS[name];
  const subject = await make(TOOLS);
  await subject.step(4);
  await subject.step(6);
  const { parameters } = await oracle([settings], [10]);
  // Float32 against float64, as in bench.browser.test.ts.
  expect(await subject.parameters()).toBeAllclose(parameters, { atol: 2e-6 });
  expect(subject.apart?.()).toBeGreaterThan(0);
  subject.end?.();
});

test("without a Python there is a sentence", () => {
  const without = { ...lent, pythons: { torch: null, numpy: null } };
  expect(() => startPython(without, "torch")).toThrow("no Python here has torch");
});
