import { afterEach, describe, expect, test } from "vitest";
import { makeComparison } from "../../src/engine/comparison";
import { type Loaders, openEngine } from "../../src/engine/engines";
import { makeGridChooser } from "../../src/engine/gridChooser";
import { loadSimdEngine } from "../../src/engine/simd/loadInBrowser";
import { strayed, TOLERANCE, verified } from "../../src/engine/verified";
import { createWebglEngine } from "../../src/engine/webgl/webgl";
import { DEFAULTS } from "../../src/experiment/params";
import { survived } from "../survived";
import { CASES } from "./parity";

const loaders: Loaders = {
  simd: loadSimdEngine,
  webgl: verified(createWebglEngine, loadSimdEngine),
};
const ORDER = ["simd", "webgl"] as const;

test("what rounding makes of a step is far within the tolerance, on every kind of network", async () => {
  const [webgl, simd] = [await createWebglEngine(), await loadSimdEngine()];
  const found: number[] = [];
  for (const { settings } of [...CASES, { settings: [DEFAULTS] }]) {
    const [got, right] = await Promise.all([webgl, simd].map((on) => on.create(settings)));
    for (const step of [1, 2, 3]) {
      const before = await right.checkpoint();
      got.restore(before);
      await got.advance([step]);
      await right.advance([step]);
      const states = await Promise.all([got, right].map((on) => on.checkpoint()));
      const [start, one, other] = [before, ...states].map(({ state }) => state);
      const each = start.length / settings.length;
      for (let at = 0; at < start.length; at += each) {
        const of = (state: Float32Array | Float64Array) => state.subarray(at, at + each);
        found.push(strayed(of(start), of(one), of(other)));
      }
    }
    got.dispose();
  }
  const worst = Math.max(...found);
  expect(worst).toBeGreaterThan(0);
  expect(worst).toBeLessThan(TOLERANCE / 5);
});

test("WebGL that computes well is trusted, six replicas of which four are compared", async () => {
  const { settings } = CASES[0];
  const six = [...settings, ...settings.map((of) => ({ ...of, seed: of.seed + 20 }))];
  const { info } = await openEngine(six, "webgl", ORDER, loaders);
  expect(info).toMatchObject({ name: "webgl", declined: {} });
});

describe("WebGL that hands back zeros in long reads", () => {
  const { prototype } = WebGL2RenderingContext;
  const { readPixels, getBufferSubData } = prototype;
  /** As many numbers as are tried when WebGL is started. */
  const SHORT = 4;
  const lie = (view: unknown): void => {
    if (view instanceof Float32Array && view.length > SHORT) view.fill(0);
  };
  afterEach(() => {
    Object.assign(prototype, { readPixels, getBufferSubData });
  });
  function deceive(): void {
    Object.assign(prototype, {
      readPixels(this: WebGL2RenderingContext, ...given: unknown[]) {
        (readPixels as (...all: unknown[]) => void).apply(this, given);
        lie(given[6]);
      },
      getBufferSubData(this: WebGL2RenderingContext, ...given: unknown[]) {
        (getBufferSubData as (...all: unknown[]) => void).apply(this, given);
        lie(given[2]);
      },
    });
  }
  const fresh: Loaders = { ...loaders, webgl: verified(createWebglEngine, loadSimdEngine) };
  const WRONG = /^its numbers are not those of SIMD: .* off at step 1/;

  test("is refused to a run that asks for it by name", async () => {
    deceive();
    expect((await createWebglEngine()).name).toBe("webgl");
    const { info } = await openEngine([DEFAULTS], "webgl", ORDER, fresh);
    expect(info.name).toBe("simd");
    expect(info.declined.webgl).toMatch(WRONG);
    await survived(
      "WebGL hands back zeros in long reads to a run that asks for it",
      "is refused, with how far it is off; SIMD trains",
    );
  });

  test("is refused to a grid, however fast it is", async () => {
    deceive();
    const now = () => performance.now();
    const comparison = makeComparison({ loaders: fresh, refuseWebgl: () => null, now });
    const settings = Array.from({ length: 9 }, (_, seed) => ({ ...DEFAULTS, seed, width: 20 }));
    const info = await makeGridChooser(
      ORDER,
      fresh,
      comparison,
    )({
      engine: "auto",
      settings,
      workers: 1,
      without: {},
    });
    expect(info).toMatchObject({ name: "simd", exact: true });
    expect(info.declined.webgl).toMatch(WRONG);
    await survived(
      "WebGL hands back zeros in long reads to a grid",
      "is refused, with how far it is off; SIMD trains",
    );
  });
});
