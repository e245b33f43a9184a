/**
 * @file What the benchmark compares is one and the same training, however it is written.
 */
import { expect, test } from "vitest";
import { BROWSER_TOOLS } from "../../bench/engines/page/tools";
import { VARIANT_NAMES, VARIANTS } from "../../bench/engines/variants";
import { oracle } from "../engine/parity";
import type {} from "../setup";

/** Few where many replicas train on the software renderer. */
const stepsOf = (replicas: number): number => (replicas > 1 ? 2 : 10);
/** Float32 against float64: an Adam step has the relative error of its gradient, some 1e-5, of 1e-3. */
const ATOL = 2e-6;

const here = VARIANT_NAMES.filter((name) => VARIANTS[name].places.includes("chromium"));

test.each(here)(
  "%s trains the default network as the reference does",
  async (name) => {
    const { make, replicas, settings } = VARIANTS[name];
    const subject = await make(BROWSER_TOOLS);
    expect(subject.replicas).toBe(replicas);
    const steps = stepsOf(replicas);
    await subject.step(steps - 1);
    await subject.step(1);
    const { parameters } = await oracle([settings], [steps]);
    expect(await subject.parameters()).toBeAllclose(parameters, { atol: ATOL });
  },
  120_000,
);
