/** @file Faults in the AssemblyScript kernel, which is compiled anew for each. */
import type { Mutant } from "../../scripts/mutant";

const SIMD = "test/engine/simd.test.ts";
const FUNCTIONS = "test/engine/simdFunctions.test.ts";

export const KERNEL: readonly Mutant[] = [
  {
    file: "src/engine/simd/kernel/vector.ts",
    from: "0.008333333333333333",
    to: "0.008416666666666667",
    what: "a coefficient of the exponential is off by 1 %",
    tests: [FUNCTIONS],
  },
  {
    file: "src/engine/simd/kernel/vector.ts",
    from: "2.0 / 7.0",
    to: "2.0 / 7.5",
    what: "a coefficient of the logarithm is off",
    tests: [FUNCTIONS],
  },
  {
    file: "src/engine/simd/kernel/optimiser.ts",
    from: "f32(EPSILON * root)",
    to: "f32(EPSILON)",
    what: "Adam's epsilon is not corrected with its moments",
    tests: [SIMD],
  },
  {
    file: "src/engine/simd/kernel/optimiser.ts",
    from: "adam(0, middle, encoderRate, 1, 0, power1, power2)",
    to: "adam(0, middle, encoderRate, keep, 0, power1, power2)",
    what: "the embedding decays",
    tests: [SIMD],
  },
  {
    file: "src/engine/simd/kernel/optimiser.ts",
    from: "optimiser == ADAM ? 1 : 1 - decoderRate * decay",
    to: "1 - decoderRate * decay",
    what: "Adam decays the weights as AdamW does",
    tests: [SIMD],
  },
  {
    file: "src/engine/simd/kernel/loss.ts",
    from: "f32x4.mul(f32x4.add(g, g), sigmoid)",
    to: "f32x4.mul(g, sigmoid)",
    what: "the slope of the squared error is half of what it is",
    tests: [SIMD],
  },
  {
    file: "src/engine/simd/kernel/kernel.ts",
    from: "(f32.load(logits + p) > 0) == (f32.load(sign + at + p) < 0)",
    to: "(f32.load(logits + p) > 0) == (f32.load(sign + at + p) > 0)",
    what: "wrong answers are counted as right",
    tests: [SIMD],
  },
  {
    file: "src/engine/simd/kernel/kernel.ts",
    from: "    ahead = false;",
    to: "",
    what: "the forward pass of the step before is taken for this one's",
    tests: [SIMD],
  },
];
