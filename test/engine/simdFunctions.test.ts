/**
 * @file The kernel's own tanh, exp and log1p against those of the platform, over dense grids.
 */
import { beforeAll, expect, test } from "vitest";
import { type Desk, type Kernel, layDesk } from "../../src/engine/simd/desk";
import { loadKernelModule } from "../../src/engine/simd/loadInNode";
import { startKernel } from "../../src/engine/simd/simd";
import { DEFAULTS } from "../../src/experiment/params";

let kernel: Kernel;
let desk: Desk;

beforeAll(async () => {
  kernel = startKernel(await loadKernelModule());
  desk = layDesk(kernel, DEFAULTS);
});

const FUNCTIONS = { tanh: 0, exp: 1, log1p: 2 } as const;

function kernelValues(name: keyof typeof FUNCTIONS, x: Float32Array): Float32Array {
  const { queue } = desk;
  const floats = new Float32Array(queue.buffer, queue.byteOffset, queue.length);
  const values = new Float32Array(x.length);
  for (let start = 0; start < x.length; start += floats.length) {
    const part = x.subarray(start, start + floats.length);
    floats.set(part);
    kernel.apply(FUNCTIONS[name], (part.length + 3) & ~3);
    values.set(floats.subarray(0, part.length), start);
  }
  return values;
}

const grid = (from: number, to: number, count = 400_000) =>
  Float32Array.from({ length: count + 1 }, (_, i) => from + (i / count) * (to - from));

/** Largest |value - exact(x)| / scale(exact(x)). */
function worst(
  name: keyof typeof FUNCTIONS,
  exact: (x: number) => number,
  x: Float32Array,
  scale = (_: number) => 1,
): number {
  const values = kernelValues(name, x);
  let most = 0;
  for (let i = 0; i < x.length; i++) {
    const wanted = exact(x[i]);
    most = Math.max(most, Math.abs(values[i] - wanted) / scale(wanted));
  }
  return most;
}

test("tanh is off by at most 3.5e-7, and as little of its own size", () => {
  expect(worst("tanh", Math.tanh, grid(-12, 12))).toBeLessThan(3.5e-7);
  expect(worst("tanh", Math.tanh, grid(1e-6, 9), Math.abs)).toBeLessThan(3.5e-7);
  expect(worst("tanh", Math.tanh, grid(-1e-3, 1e-3))).toBeLessThan(3e-10);
});

test("tanh is odd, never beyond 1, and 1 far out", () => {
  const x = grid(0, 40, 100_000);
  const values = kernelValues("tanh", x);
  const mirrored = kernelValues(
    "tanh",
    x.map((value) => -value),
  );
  expect(mirrored.map((value) => -value)).toEqual(values);
  expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
  const far = kernelValues("tanh", Float32Array.of(10, 1e30, Infinity, -Infinity));
  expect(Array.from(far)).toEqual([far[0], far[0], far[0], -far[0]]);
  expect(1 - far[0]).toBeLessThan(1.3e-7);
});

test("exp is off by at most 3e-7 of its size, so by less than 5e-7 up to 0", () => {
  expect(worst("exp", Math.exp, grid(-80, 80), Math.abs)).toBeLessThan(3e-7);
  expect(worst("exp", Math.exp, grid(-100, 0))).toBeLessThan(5e-7);
});

test("exp of 0 is 1, and no result is infinite or subnormal", () => {
  const [zero, low, high] = kernelValues("exp", Float32Array.of(0, -Infinity, Infinity));
  expect(zero).toBe(1);
  expect(low).toBeGreaterThan(1e-37);
  expect(high).toBeLessThan(1e35);
});

test("log1p is off by at most 1.5e-7 from 0 to 1", () => {
  expect(worst("log1p", Math.log1p, grid(0, 1))).toBeLessThan(1.5e-7);
  expect(worst("log1p", Math.log1p, grid(1e-8, 1e-3), Math.abs)).toBeLessThan(3e-7);
});

test("what is not a number stays so", () => {
  for (const name of ["tanh", "exp", "log1p"] as const)
    expect(kernelValues(name, Float32Array.of(Number.NaN))[0]).toBeNaN();
});
