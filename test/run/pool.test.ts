import { describe, expect, test } from "vitest";
import type { Loaders } from "../../src/engine/engines";
import type { PoolJob } from "../../src/run/pool";
import type { Standing } from "../../src/run/standing";
import { alone, jobOf, openPool, runToEnd, TINY } from "./desks";

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

describe("fewer workers are allowed", () => {
  const long = jobOf(4, { settings: jobOf(4).settings.map((of) => ({ ...of, steps: 20_000 })) });
  /** Requests of a kind to each desk. */
  const counts = (desks: ReturnType<typeof openPool>["desks"], kind: "stop" | "train") =>
    desks.map(({ requests }) => requests.filter((request) => request.kind === kind).length);

  test("one stops in mid-training, its replica goes on later, and no result changes", async () => {
    const expected = await alone(long);
    const { pool, desks } = openPool(2);
    let since: readonly number[] | undefined;
    const { standings, notices } = await runToEnd(pool, long, (event) => {
      if (since || event.kind !== "standing" || event.standing.finished) return;
      if (desks.length < 2) return;
      pool.allow(1);
      since = counts(desks, "train");
    });
    expect(standings).toEqual(expected);
    expect(notices).toEqual([]);
    expect(counts(desks, "stop")).toEqual([0, 1]);
    // The second was never asked again, the first trained all that was left.
    expect(counts(desks, "train")[1]).toBe(since?.[1]);
  });

  test("and more again: another begins at once, and both train to the end", async () => {
    const { pool, desks } = openPool(2);
    pool.allow(1);
    const open: number[] = [];
    const { standings } = await runToEnd(pool, long, (event) => {
      if (open.length > 0 || event.kind !== "standing" || event.standing.finished) return;
      open.push(desks.length);
      pool.allow(2);
      open.push(desks.length);
    });
    expect(open).toEqual([1, 2]);
    expect(standings.every(({ finished }) => finished)).toBe(true);
  });
});
