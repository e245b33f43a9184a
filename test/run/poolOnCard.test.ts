import { describe, expect, test } from "vitest";
import type { Comparison } from "../../src/engine/comparison";
import { type Loaders, REFERENCE_ONLY } from "../../src/engine/engines";
import type { Engine } from "../../src/engine/ensemble";
import { referenceEngine } from "../../src/engine/reference/reference";
import type { Settings } from "../../src/experiment/params";
import type { PoolReply } from "../../src/run/poolWire";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";
import { alone, type Desk, jobOf, openDesk, openPool, runToEnd } from "./desks";

describe("on a graphics card", () => {
  /** The reference under another name; `fails` says after how many ensembles it makes no more. */
  const card = (fails = Infinity): Loaders => {
    let made = 0;
    const engine: Engine = {
      ...referenceEngine,
      name: "webgl",
      create(settings) {
        made += 1;
        if (made > fails) throw new Error("The graphics context was lost.");
        return referenceEngine.create(settings);
      },
    };
    return { ...REFERENCE_ONLY, webgl: async () => engine };
  };
  const legsOf = ({ requests }: Desk) =>
    requests.flatMap((request) => (request.kind === "train" ? [request.leg] : []));
  const results = (standings: readonly Standing[]) =>
    standings.map(({ exact: _, ...result }) => result);

  test("the first worker trains all that are alike side by side, and the others rest", async () => {
    const job = jobOf(6, { engine: "webgl", legs: [30] });
    const deep = job.settings.map((each, i): Settings => ({ ...each, depth: i === 4 ? 2 : 1 }));
    const mixed = { ...job, settings: deep };
    const { pool, desks } = openPool(3, card());
    const engines: string[] = [];
    const { standings, notices } = await runToEnd(pool, mixed, (event) => {
      if (event.kind === "engine") engines.push(event.engine.name);
    });
    expect(results(standings)).toEqual(results(await alone(mixed)));
    expect(standings.some(({ exact }) => exact)).toBe(false);
    expect(engines).toEqual(["webgl"]);
    expect(notices).toEqual([]);
    expect(desks).toHaveLength(1);
    const sizes = legsOf(desks[0]).map(({ settings, pause }) => [settings.length, pause]);
    expect(sizes).toEqual([
      [5, 30],
      [1, 30],
      [5, Infinity],
      [1, Infinity],
    ]);
  });

  test("only those that are wanted are trained, in the order that is wanted", async () => {
    const job = jobOf(5, {
      engine: "webgl",
      choose: (waiting) => waiting.toReversed().find((replica) => replica % 2 === 0) ?? null,
    });
    const { pool, desks } = openPool(1, card());
    const { standings } = await runToEnd(pool, job);
    expect(standings.map(({ finished }) => finished)).toEqual([true, false, true, false, true]);
    expect(legsOf(desks[0]).map(({ settings }) => settings.map(({ seed }) => seed))).toEqual([
      [4, 2, 0],
    ]);
  });

  test("more than a card does at once are trained in turns", async () => {
    const job = jobOf(200, { engine: "webgl" });
    const brief = { ...job, settings: job.settings.map((each) => ({ ...each, steps: 3 })) };
    const { pool, desks } = openPool(1, card());
    const { standings } = await runToEnd(pool, brief);
    expect(standings.every(({ finished }) => finished)).toBe(true);
    expect(legsOf(desks[0]).map(({ settings }) => settings.length)).toEqual([128, 72]);
  });

  test("a card that fails is said and left; its networks go on where they were, on all workers", async () => {
    const job = jobOf(4, { engine: "webgl", legs: [40] });
    const { pool, desks } = openPool(2, card(1));
    const engines: string[] = [];
    const { standings, notices } = await runToEnd(pool, job, (event) => {
      if (event.kind === "engine") engines.push(event.engine.name);
    });
    expect(results(standings)).toEqual(results(await alone(job)));
    expect(engines).toEqual(["webgl", "reference"]);
    expect(notices).toEqual([
      "WebGL failed (The graphics context was lost); its 4 networks go on from step 40.",
    ]);
    expect(desks).toHaveLength(2);
  });

  test("while engines are compared the others begin; then all goes to the card if it is faster", async () => {
    const simd: Engine = { ...referenceEngine, name: "simd" };
    const asked: number[] = [];
    let answer = () => {};
    const compared = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const comparison: Comparison = {
      known: () => undefined,
      async find(settings, workers) {
        asked.push(settings.length, workers);
        await compared;
        return { speeds: { simd: 1000, webgl: 9000 }, refusals: {} };
      },
    };
    const job = jobOf(8, { engine: "auto" });
    const long = { ...job, settings: job.settings.map((each) => ({ ...each, steps: 3000 })) };
    const { pool, desks } = openPool(2, { ...card(), simd: async () => simd }, comparison);
    const { standings } = await runToEnd(pool, long, (event) => {
      if (event.kind === "standing" && event.standing.finished) answer();
    });
    expect(asked).toEqual([8, 2]);
    expect(results(standings)).toEqual(results(await alone(long)));
    const [lead, other] = desks.map(legsOf);
    expect(lead.map(({ engine }) => engine)).toEqual(Array(lead.length).fill("webgl"));
    expect(lead[0].settings.length).toBeGreaterThan(1);
    expect(other.length).toBeGreaterThan(0);
    expect(other.every(({ engine, settings }) => engine === "auto" && settings.length === 1)).toBe(
      true,
    );
    const onSimd = other.flatMap(({ settings }) => settings.map(({ seed }) => seed));
    expect(standings.flatMap(({ exact }, seed) => (exact ? [seed] : []))).toEqual(onSimd);
  });

  test("a card that has failed is started anew for the next run", async () => {
    let started = 0;
    const loaders: Loaders = {
      ...REFERENCE_ONLY,
      async webgl() {
        started += 1;
        const dead = started === 1;
        return {
          ...referenceEngine,
          name: "webgl",
          create(settings) {
            if (dead) throw new Error("The graphics context was lost.");
            return referenceEngine.create(settings);
          },
        };
      },
    };
    const desk = openDesk(loaders, null);
    const job = jobOf(1, { engine: "webgl" });
    const leg = { ...job, from: [NOT_BEGUN], pause: Infinity };
    const train = (ticket: number) =>
      new Promise<PoolReply>((resolve) => {
        desk.onReply((reply) => {
          if (reply.kind === "failed" || (reply.kind === "standings" && reply.over)) resolve(reply);
        });
        desk.postMessage({ kind: "train", ticket, leg });
      });
    expect(await train(1)).toMatchObject({ kind: "failed" });
    expect(await train(2)).toMatchObject({ kind: "standings", standings: [{ finished: true }] });
    expect(started).toBe(2);
  });

  test("a worker that is lost with its card takes only time", async () => {
    const job = jobOf(3, { settings: jobOf(3).settings.map((s) => ({ ...s, steps: 20_000 })) });
    const { pool, desks } = openPool(2, card());
    let killed = false;
    const found = await runToEnd(pool, { ...job, engine: "webgl" }, (event) => {
      if (killed || event.kind !== "standing" || event.standing.finished) return;
      killed = true;
      desks[0].kill();
    });
    expect(killed).toBe(true);
    expect(results(found.standings)).toEqual(results(await alone(job)));
    expect(found.notices).toHaveLength(1);
    expect(found.notices[0]).toMatch(/it was killed\); its 3 networks go on from step \d+/);
  });
});
