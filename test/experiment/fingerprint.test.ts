import { expect, test } from "vitest";
import { fingerprint, fnv1a } from "../../src/experiment/fingerprint";

const bytes = (text: string) => new TextEncoder().encode(text);

test("FNV-1a gives the values published with it", () => {
  // Fowler, Noll, Vo: test vectors of the 64-bit FNV-1a (draft-eastlake-fnv, appendix).
  expect(fnv1a(bytes(""))).toBe("cbf29ce484222325");
  expect(fnv1a(bytes("a"))).toBe("af63dc4c8601ec8c");
  expect(fnv1a(bytes("foobar"))).toBe("85944171f73967e8");
});

test("the fingerprint is that of the little-endian float32 bytes", () => {
  const values = [1, -0.5, 3e-8, 1e30];
  const view = new DataView(new ArrayBuffer(16));
  values.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  const digits = fnv1a(new Uint8Array(view.buffer));
  expect(fingerprint(Float32Array.from(values)).replace("-", "")).toBe(digits);
});

test("one bit of one parameter changes the fingerprint", () => {
  const parameters = Float32Array.from({ length: 100 }, (_, i) => Math.fround(i / 7));
  const before = fingerprint(parameters);
  const words = new Uint32Array(parameters.buffer);
  for (const [place, bit] of [
    [0, 0],
    [50, 13],
    [99, 31],
  ]) {
    words[place] ^= 1 << bit;
    expect(fingerprint(parameters)).not.toBe(before);
    words[place] ^= 1 << bit;
  }
  expect(fingerprint(parameters)).toBe(before);
});

test("every NaN counts as the same", () => {
  const parameters = new Float32Array(2);
  new Uint32Array(parameters.buffer).set([0x7fc00000, 0xffc00001]);
  expect(fingerprint(parameters.subarray(0, 1))).toBe(fingerprint(parameters.subarray(1)));
});
