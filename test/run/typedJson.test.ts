import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { fromTypedJson, toTypedJson } from "../../src/run/typedJson";

property.prop([fc.array(fc.double()), fc.array(fc.maxSafeInteger()), fc.string()])(
  "values with typed arrays read back the same, every bit of them",
  (floats, integers, text) => {
    const value = {
      text,
      nested: [{ floats: Float64Array.from(floats) }],
      narrow: Float32Array.from(floats),
      whole: Int32Array.from(integers),
    };
    const back = fromTypedJson(toTypedJson(value)) as typeof value;
    expect(back.text).toBe(text);
    // JSON has no sign for nought.
    expect(Array.from(back.nested[0].floats, (x) => x + 0)).toEqual(
      Array.from(value.nested[0].floats, (x) => x + 0),
    );
    expect(Array.from(back.narrow, (x) => x + 0)).toEqual(Array.from(value.narrow, (x) => x + 0));
    expect(back.whole).toEqual(value.whole);
  },
);

test("an array of a kind that there is not is refused", () => {
  expect(() => fromTypedJson('{"typed":"Array","of":[1]}')).toThrow("is no kind of array");
});
