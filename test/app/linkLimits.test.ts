import { describe, expect, test } from "vitest";
import { codec } from "../../src/app/chapters";
import { latticeOf } from "../../src/chapters/phases/model/lattice";
import { DEFAULTS } from "../../src/experiment/params";

const { decode } = codec;

describe("a link's own numbers", () => {
  test.each([1, 64])("%i workers are taken", (workers) => {
    const { link, notices } = decode(`workers=${workers}`);
    expect(link.workers).toBe(workers);
    expect(notices).toEqual([]);
  });

  test.each([0, 65])("%i workers are refused by name", (workers) => {
    const { link, notices } = decode(`workers=${workers}`);
    expect(link.workers).toBeUndefined();
    expect(notices.map(({ field }) => field)).toEqual(["workers"]);
  });

  test("a stop is below ten million", () => {
    expect(decode("at=9999999").link.at).toBe(9_999_999);
    expect(decode("at=0").link.at).toBe(0);
    const { link, notices } = decode("at=10000000");
    expect(link.at).toBeNull();
    expect(notices.map(({ field }) => field)).toEqual(["at"]);
  });
});

test("an axis that names a value twice spans no plane", () => {
  const plane = (values: readonly number[]) =>
    latticeOf({
      base: DEFAULTS,
      axes: [
        { key: "encoderRate", values: [1e-3, 1e-2] },
        { key: "decoderRate", values },
      ],
    });
  expect(plane([1e-3, 1e-2])).not.toBeNull();
  expect(plane([1e-3, 1e-3])).toBeNull();
});
