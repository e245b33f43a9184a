import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { decode, encode, HOME } from "../../src/experiment/link";
import {
  centred,
  SANDBOX_HOME,
  SANDBOX_KEYS,
  SANDBOX_PARAMS,
  type Sandbox,
} from "../../src/experiment/sandbox";
import { formatSandbox, parseSandbox, parseSandboxValue } from "../../src/experiment/sandboxLink";

const SEED = 20261;

/** Any valid sandbox; 0 included where it is one. */
const sandbox: fc.Arbitrary<Sandbox> = fc
  .record(
    Object.fromEntries(
      SANDBOX_KEYS.map((key) => {
        const param = SANDBOX_PARAMS[key];
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
  .map((values) => centred(values as unknown as Sandbox));

const valid = (given: Sandbox): boolean =>
  SANDBOX_KEYS.every((key) => "value" in parseSandboxValue(key, given[key]));

describe("two repons as a text", () => {
  test("are the default for an empty text, and the default writes nothing", () => {
    expect(parseSandbox("")).toEqual({ sandbox: SANDBOX_HOME, notices: [] });
    expect(formatSandbox(SANDBOX_HOME)).toBe("");
  });

  property.prop([sandbox], { seed: SEED, numRuns: 300 })(
    "survive being written and read, alone and in a link",
    (given) => {
      const text = formatSandbox(given);
      expect(parseSandbox(text)).toEqual({ sandbox: given, notices: [] });
      const link = { ...HOME, ...(text && { sandbox: text }) };
      expect(decode(encode(link))).toEqual({ link, notices: [] });
    },
  );

  property.prop([fc.string()], { seed: SEED, numRuns: 500 })(
    "are valid whatever the text is",
    (text) => {
      expect(valid(parseSandbox(text).sandbox)).toBe(true);
    },
  );

  test.for([
    ["etaX 1e9", "sandbox etaX", "must be 0 or from 1e-9 to 1000"],
    ["soft half", "sandbox soft", "must be a number"],
    ["soft", "sandbox soft", "must be a number"],
    ["stiff -1", "sandbox stiff", "must be from 0 to 1000"],
    ["d 2.5", "sandbox d", "must be a whole number"],
    ["system both", "sandbox system", "must be one of reduced, full"],
    ["colour red", "sandbox colour", "is no name of “sandbox”"],
    ["soft 1 soft 0", "sandbox soft", "was given before"],
  ])("%s is refused by name", ([text, field, reason]) => {
    const { sandbox: given, notices } = parseSandbox(text);
    expect(notices).toHaveLength(1);
    expect(notices[0].field).toBe(field);
    expect(notices[0].reason).toContain(reason);
    expect(valid(given)).toBe(true);
  });

  test("one wrong number leaves the others standing", () => {
    expect(parseSandbox("etaX 0.01 soft x stiff 2").sandbox).toEqual({
      ...SANDBOX_HOME,
      etaX: 0.01,
      stiff: 2,
    });
  });

  test("in the reduced system the centre of mass is the origin", () => {
    const { sandbox: given } = parseSandbox("x1x 2 x1y 0 x2x 1 x2y 0");
    expect([given.x1x, given.x1y, given.x2x, given.x2y]).toEqual([0.5, 0, -0.5, 0]);
    const { sandbox: free } = parseSandbox("x1x 2 x1y 0 x2x 1 x2y 0 system full");
    expect([free.x1x, free.x2x]).toEqual([2, 1]);
  });
});
