import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { codec, HOME } from "../../../../src/app/chapters";
import {
  centred,
  SETUP_HOME,
  SETUP_KEYS,
  SETUP_PARAMS,
  type Setup,
  TWO_REPONS_PART,
} from "../../../../src/chapters/two-repons/model/params";
import { parseEntryValue } from "../../../../src/experiment/entry";
import { partsWith } from "../../../../src/kit/live/model/link";

const { encode, decode } = codec;

const SEED = 20261;

/** Any valid setup; 0 included where it is one. */
const setup: fc.Arbitrary<Setup> = fc
  .record(
    Object.fromEntries(
      SETUP_KEYS.map((key) => {
        const param = SETUP_PARAMS[key];
        if (param.kind === "choice")
          return [key, fc.constantFrom(...Object.keys(param.values))] as const;
        const { min, max, scale } = param;
        const inside =
          scale === "integer" ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
        // A link knows no -0.
        const plain = (inside as fc.Arbitrary<number>).map((x) => x + 0);
        return [key, "zero" in param ? fc.oneof(plain, fc.constant(0)) : plain] as const;
      }),
    ),
  )
  .map((values) => centred(values as unknown as Setup));

const valid = (given: Setup): boolean =>
  SETUP_KEYS.every((key) => "value" in parseEntryValue(SETUP_PARAMS[key], given[key]));

describe("two repons as a text", () => {
  test("are the default for an empty text, and the default writes nothing", () => {
    expect(TWO_REPONS_PART.parse("")).toEqual({ value: SETUP_HOME, notices: [] });
    expect(TWO_REPONS_PART.format(SETUP_HOME)).toBe("");
  });

  property.prop([setup], { seed: SEED, numRuns: 300 })(
    "survive being written and read, alone and in a link",
    (given) => {
      const text = TWO_REPONS_PART.format(given);
      expect(TWO_REPONS_PART.parse(text)).toEqual({ value: given, notices: [] });
      const link = { ...HOME, ...(text && partsWith(HOME, TWO_REPONS_PART, given)) };
      expect(decode(encode(link))).toEqual({ link, notices: [] });
    },
  );

  property.prop([fc.string()], { seed: SEED, numRuns: 500 })(
    "are valid whatever the text is",
    (text) => {
      expect(valid(TWO_REPONS_PART.parse(text).value)).toBe(true);
    },
  );

  test.for([
    ["etaX 1e9", "two-repons etaX", "must be 0 or from 1e-9 to 1000"],
    ["soft half", "two-repons soft", "must be a number"],
    ["soft", "two-repons soft", "must be a number"],
    ["stiff -1", "two-repons stiff", "must be from 0 to 1000"],
    ["d 2.5", "two-repons d", "must be a whole number"],
    ["system both", "two-repons system", "must be one of reduced, full"],
    ["colour red", "two-repons colour", "is no name of “two-repons”"],
    ["soft 1 soft 0", "two-repons soft", "was given before"],
  ])("%s is refused by name", ([text, field, reason]) => {
    const { value: given, notices } = TWO_REPONS_PART.parse(text);
    expect(notices).toHaveLength(1);
    expect(notices[0].field).toBe(field);
    expect(notices[0].reason).toContain(reason);
    expect(valid(given)).toBe(true);
  });

  test("one wrong number leaves the others standing", () => {
    expect(TWO_REPONS_PART.parse("etaX 0.01 soft x stiff 2").value).toEqual({
      ...SETUP_HOME,
      etaX: 0.01,
      stiff: 2,
    });
  });

  test("in the reduced system the centre of mass is the origin", () => {
    const { value: given } = TWO_REPONS_PART.parse("x1x 2 x1y 0 x2x 1 x2y 0");
    expect([given.x1x, given.x1y, given.x2x, given.x2y]).toEqual([0.5, 0, -0.5, 0]);
    const { value: free } = TWO_REPONS_PART.parse("x1x 2 x1y 0 x2x 1 x2y 0 system full");
    expect([free.x1x, free.x2x]).toEqual([2, 1]);
  });
});
