import { describe, expect, test } from "vitest";
import type { Comparison } from "../../src/engine/comparison";
import { type Loaders, REFERENCE_ONLY } from "../../src/engine/engines";
import type { Engine } from "../../src/engine/ensemble";
import { referenceEngine } from "../../src/engine/reference/reference";
import { servePool } from "../../src/engine/servePool";
import { openTrial } from "../../src/engine/trial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { makePool, type Pool, type PoolEvent, type PoolJob } from "../../src/run/pool";
import type { PoolPort, PoolReply, PoolRequest } from "../../src/run/poolWire";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";

const TINY: Settings = { ...DEFAULTS, n: 5, width: 4, depth: 1, steps: 300 };

const jobOf = (seeds: number, changes: Partial<PoolJob> = {}): PoolJob => {
  const settings = Array.from({ length: seeds }, (_, seed): Settings => ({ ...TINY, seed }));
  const from = settings.map(() => NOT_BEGUN);
  return { settings, until: "end", engine: "reference", from, ...changes };
};

interface Desk extends PoolPort {
  readonly requests: PoolRequest[];
  /** Dies: nothing is heard of it any more. */
  kill(): void;
}

/** The real loop behind cloned messages, no thread. */
function openDesk(loaders: Loaders, comparison: Comparison | null): Desk {
  const requests: PoolRequest[] = [];
  let toWorker: (request: PoolRequest) => void = () => {};
  let toPool: (reply: PoolReply) => void = () => {};
  let lost: (reason: string) => void = () => {};
  let alive = true;
  servePool(
    {
      postMessage(reply) {
        const cloned = structuredClone(reply);
        queueMicrotask(() => alive && toPool(cloned));
      },
      onRequest: (listener) => {
        toWorker = listener;
      },
    },
    ["simd", "reference"],
    loaders,
    comparison,
    0, // Reports as often as it can, so that there is something to lose.
  );
  return {
    requests,
    postMessage(request) {
      requests.push(request);
      const cloned = structuredClone(request);
      queueMicrotask(() => alive && toWorker(cloned));
    },
    onReply: (listener) => {
      toPool = listener;
    },
    onLost: (listener) => {
      lost = listener;
    },
    close: () => {
      alive = false;
    },
    kill: () => {
      alive = false;
      lost("it was killed");
    },
  };
}

function openPool(
  size: number,
  loaders: Loaders = REFERENCE_ONLY,
  comparison: Comparison | null = null,
): { readonly pool: Pool; readonly desks: Desk[] } {
  const desks: Desk[] = [];
  const pool = makePool(() => {
    const desk = openDesk(loaders, comparison);
    desks.push(desk);
    return desk;
  }, size);
  return { pool, desks };
}

/** Runs to the end; `on` sees each event. */
async function runToEnd(pool: Pool, job: PoolJob, on: (event: PoolEvent) => void = () => {}) {
  const standings = [...job.from];
  const order: number[] = [];
  const notices: string[] = [];
  const problem = await new Promise<string | null>((resolve) => {
    pool.run(job, (event) => {
      if (event.kind === "standing") {
        standings[event.replica] = event.standing;
        if (event.standing.finished) order.push(event.replica);
      }
      if (event.kind === "notice") notices.push(event.message);
      on(event);
      if (event.kind === "end") resolve(event.problem);
    });
  });
  pool.close();
  return { standings, order, notices, problem };
}

/** The same replicas, one after the other, without a pool. */
async function alone({ settings, until }: PoolJob): Promise<Standing[]> {
  const standings: Standing[] = [];
  for (const each of settings) {
    const trial = await openTrial(referenceEngine, [each], until, [NOT_BEGUN]);
    while (!trial.finished) await trial.advance(1e9);
    standings.push(...(await trial.standings()));
  }
  return standings;
}

test("every replica ends as it does alone, whatever the number of workers", async () => {
  const job = jobOf(5);
  const expected = await alone(job);
  for (const size of [1, 2, 4]) {
    const { pool, desks } = openPool(size);
    expect((await runToEnd(pool, job)).standings).toEqual(expected);
    expect(desks).toHaveLength(size);
  }
});

test("legs bring all replicas to the same step before any goes on, and change no result", async () => {
  const job = jobOf(4, { legs: [20, 150] });
  const { pool, desks } = openPool(2);
  const { standings } = await runToEnd(pool, job);
  expect(standings).toEqual(await alone(job));
  const pauses = desks.flatMap(({ requests }) =>
    requests.flatMap((request) => (request.kind === "train" ? [request.leg.pause] : [])),
  );
  expect(pauses.filter((pause) => pause === 20)).toHaveLength(4);
  expect(pauses.filter((pause) => pause === 150)).toHaveLength(4);
  expect(pauses.filter((pause) => pause === Infinity)).toHaveLength(4);
});

test("who wants none of the earliest leg is asked for the next", async () => {
  const asked: (readonly number[])[] = [];
  const job = jobOf(3, {
    legs: [100],
    choose: (waiting) => {
      asked.push(waiting);
      return waiting.find((replica) => replica === 0) ?? null;
    },
  });
  const { standings } = await runToEnd(openPool(2).pool, job);
  expect(standings.map(({ finished }) => finished)).toEqual([true, false, false]);
  expect(asked.some((waiting) => waiting.length === 1)).toBe(true);
});

test("who asks chooses the order, and may want no more", async () => {
  const job = jobOf(4, { choose: (waiting) => Math.max(...waiting) });
  expect((await runToEnd(openPool(1).pool, job)).order).toEqual([3, 2, 1, 0]);
  const few = jobOf(4, { choose: (waiting) => waiting.find((replica) => replica < 2) ?? null });
  const { standings, problem } = await runToEnd(openPool(2).pool, few);
  expect(problem).toBeNull();
  expect(standings.map(({ finished }) => finished)).toEqual([true, true, false, false]);
});

test("finished replicas are not trained again", async () => {
  const from = await alone(jobOf(2));
  const { pool, desks } = openPool(2);
  await runToEnd(pool, { ...jobOf(2), from });
  expect(desks).toHaveLength(0);
});

describe("a lost worker", () => {
  test("costs no replica: another goes on from its last checkpoint, and it is said", async () => {
    const job = jobOf(3, { settings: jobOf(3).settings.map((s) => ({ ...s, steps: 20_000 })) });
    const expected = await alone(job);
    const { pool, desks } = openPool(2);
    let killed = false;
    const { standings, notices } = await runToEnd(pool, job, (event) => {
      if (killed || event.kind !== "standing" || event.standing.finished) return;
      killed = true; // Its replica has a checkpoint in mid-training by now.
      desks
        .find(({ requests }) => {
          const last = requests.at(-1);
          return last?.kind === "train" && last.leg.settings[0].seed === event.replica;
        })
        ?.kill();
    });
    expect(killed).toBe(true);
    expect(standings).toEqual(expected);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/it was killed\); its network goes on from step \d+\.$/);
    const resumed = desks
      .flatMap(({ requests }) => requests)
      .filter((request) => request.kind === "train" && request.leg.from[0].checkpoint);
    expect(resumed.length).toBeGreaterThan(0);
  });

  test("is replaced a few times, then the pool gives up and says what is left", async () => {
    const { pool, desks } = openPool(1);
    const ended = new Promise<string | null>((resolve) => {
      pool.run(jobOf(2), (event) => {
        if (event.kind === "end") resolve(event.problem);
      });
    });
    while (desks.at(-1)) {
      const last = desks.length;
      desks[last - 1].kill();
      if (desks.length === last) break;
    }
    expect(await ended).toMatch(/3 workers were lost, so 2 of 2 networks are left/);
  });
});

test("stopping ends training in mid-replica, with its last standing, and going on loses nothing", async () => {
  const long = jobOf(1, { settings: [{ ...TINY, steps: 20_000 }] });
  const { pool } = openPool(1);
  const standings: Standing[] = [];
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = pool.run(long, (event) => {
      if (event.kind === "standing") standings.push(event.standing);
      if (event.kind === "end") resolve();
      else if (standings.length === 1) stop();
    });
  });
  const last = standings[standings.length - 1];
  expect(last.finished).toBe(false);
  expect(last.checkpoint?.step).toBeGreaterThan(0);
  const rest = await runToEnd(pool, { ...long, from: [last] });
  expect(rest.standings).toEqual(await alone(long));
});

test("a new run takes the workers of the one before", async () => {
  const { pool } = openPool(1);
  const ends: string[] = [];
  pool.run(jobOf(1, { settings: [{ ...TINY, steps: 50_000 }] }), (event) => {
    if (event.kind === "end") ends.push("first");
  });
  const { standings } = await runToEnd(pool, jobOf(1));
  expect(standings[0].finished).toBe(true);
  expect(ends).toEqual(["first"]);
});

test("a replica that an engine refuses is named, and the others are trained", async () => {
  const job = jobOf(3, { engine: "webgl" });
  const broken: PoolJob = {
    ...job,
    settings: job.settings.map((each, i) =>
      i === 1 ? { ...each, relation: "nonsense" as "modulo-3" } : each,
    ),
  };
  const failures: number[] = [];
  const { standings } = await runToEnd(openPool(2).pool, broken, (event) => {
    if (event.kind === "failed") failures.push(event.replica);
  });
  expect(failures).toEqual([1]);
  expect(standings.map(({ finished }) => finished)).toEqual([true, false, true]);
});

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

test("where no engine starts the run ends with a sentence", async () => {
  const broken: Loaders = {
    reference: async () => {
      throw new Error("it is missing");
    },
  };
  const { problem } = await runToEnd(openPool(1, broken).pool, jobOf(2));
  expect(problem).toMatch(/^No engine starts here \(reference: it is missing; simd: .*\)\.$/);
});

test("a run that is stopped while its engine is chosen ends at once", () => {
  const { pool } = openPool(1);
  const events: string[] = [];
  pool.run(jobOf(2), ({ kind }) => events.push(kind))();
  expect(events).toEqual(["end"]);
});
