import { describe, expect, test } from "vitest";
import { engineChecks } from "../../../src/engine/check/engineChecks";
import { serveCheck } from "../../../src/engine/check/serveCheck";
import { THEORY_CHECKS } from "../../../src/engine/check/theoryChecks";
import type { Loaders } from "../../../src/engine/engines";
import { referenceEngine } from "../../../src/engine/reference/reference";
import { loadSimdEngine } from "../../../src/engine/simd/loadInNode";
import {
  type Check,
  type CheckReply,
  type Finding,
  Untried,
  within,
} from "../../../src/run/finding";
import { withHastySimd } from "./wrong";

const LOADERS: Loaders = { simd: loadSimdEngine, reference: async () => referenceEngine };
const now = () => performance.now();

async function found(checks: readonly Check[]): Promise<readonly Finding[]> {
  const replies: CheckReply[] = [];
  await serveCheck(checks, (reply) => void replies.push(reply));
  expect(replies.at(-1)).toEqual({ done: true });
  return replies.flatMap((reply) => ("finding" in reply ? reply.finding : []));
}

const failing = (findings: readonly Finding[]) =>
  findings.flatMap(({ name, verdict }) => (verdict === "fails" ? name : []));

describe("the checks of a machine", () => {
  test("none fails where the tests pass; what is not there cannot be tried, and says why", async () => {
    const findings = await found([...THEORY_CHECKS, ...engineChecks(LOADERS, now)]);
    expect(failing(findings)).toEqual([]);
    expect(findings.filter(({ verdict }) => verdict === "cannot be tried")).toEqual([
      {
        name: "WebGL agrees with plain loops",
        verdict: "cannot be tried",
        detail: "not part of this build",
      },
    ]);
    expect(findings).toHaveLength(THEORY_CHECKS.length + 10);
    for (const { detail } of findings) expect(detail).toMatch(/\d|not part/);
  });

  test("an engine that learns a thousandth too fast is named, and no other", async () => {
    const findings = await found(engineChecks(withHastySimd(LOADERS), now));
    expect(failing(findings)).toEqual([
      "the paper’s run is the same, bit for bit, as everywhere",
      "SIMD agrees with plain loops",
    ]);
  });

  test("one that does not start is not called wrong", async () => {
    const simd = () => Promise.reject(new Error("no SIMD in this browser"));
    const findings = await found(engineChecks({ ...LOADERS, simd }, now));
    expect(failing(findings)).toEqual([]);
    expect(findings.filter(({ detail }) => detail === "no SIMD in this browser")).toHaveLength(3);
  });

  test("numbers that are none are never within a limit", () => {
    expect(() => within(Number.NaN, 1, "off by")).toThrow("off by NaN");
    expect(within(0.5, 1, "off by")).toContain("5.0e-1");
  });

  test("what throws, in whatever way, is a finding", async () => {
    const broken: Check = {
      name: "a",
      run: () => {
        throw "as a text";
      },
    };
    const untried: Check = { name: "b", run: () => Promise.reject(new Untried("none here")) };
    expect(await found([broken, untried])).toEqual([
      { name: "a", verdict: "fails", detail: "as a text" },
      { name: "b", verdict: "cannot be tried", detail: "none here" },
    ]);
  });
});
