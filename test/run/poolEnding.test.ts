import { expect, test } from "vitest";
import type { EngineName } from "../../src/run/engineChoice";
import { makePool, type PoolEvent } from "../../src/run/pool";
import type { PoolReply, PoolRequest } from "../../src/run/poolWire";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";
import type { EngineInfo } from "../../src/run/wire";
import { jobOf } from "./desks";

/** A pool whose workers say what the test says for them. */
function handWorkers(size: number) {
  const workers: {
    readonly requests: PoolRequest[];
    say: (reply: PoolReply) => void;
    die: () => void;
    closed: number;
  }[] = [];
  const pool = makePool(() => {
    const worker: (typeof workers)[number] = {
      requests: [],
      say: () => {},
      die: () => {},
      closed: 0,
    };
    workers.push(worker);
    return {
      postMessage: (request) => worker.requests.push(request),
      onReply: (listener) => {
        worker.say = listener;
      },
      onLost: (listener) => {
        worker.die = () => listener("out of memory");
      },
      close: () => {
        worker.closed += 1;
      },
    };
  }, size);
  /** The newest request to a worker, which must be of this kind. */
  function asked<K extends PoolRequest["kind"]>(worker: number, kind: K) {
    const request = workers[worker].requests.at(-1);
    if (request?.kind !== kind) throw new Error(`worker ${worker} was not told to ${kind}`);
    return request as Extract<PoolRequest, { kind: K }>;
  }
  const choose = (name: EngineName) => {
    const engine: EngineInfo = {
      name,
      detail: "",
      precision: "float32",
      exact: name === "simd",
      declined: {},
      speeds: {},
    };
    workers[0].say({ kind: "chosen", ticket: asked(0, "choose").ticket, engine });
  };
  const stops = () =>
    workers.flatMap(({ requests }) => requests.filter(({ kind }) => kind === "stop"));
  return { pool, workers, asked, choose, stops };
}

const finished: Standing = { ...NOT_BEGUN, finished: true };

test("a new job stops what every worker trains for the old one, once, and the old one ends once", () => {
  const { pool, workers, asked, choose, stops } = handWorkers(2);
  const old: PoolEvent[] = [];
  pool.run(jobOf(2), (event) => old.push(event));
  choose("reference");
  const tickets = [0, 1].map((worker) => asked(worker, "train").ticket);
  pool.run(jobOf(2), () => {});
  expect(stops().map(({ ticket }) => ticket)).toEqual(tickets);
  expect(old.filter(({ kind }) => kind === "end")).toHaveLength(0);
  tickets.forEach((ticket, worker) => {
    workers[worker].say({ kind: "standings", ticket, standings: [NOT_BEGUN], over: true });
  });
  expect(old.filter(({ kind }) => kind === "end")).toHaveLength(1);
  // The free workers have turned to the new job.
  choose("reference");
  expect(asked(0, "train").ticket).toBeGreaterThan(Math.max(...tickets));
});

test("a run that is stopped twice tells its workers once, and ends once", () => {
  const { pool, workers, asked, choose, stops } = handWorkers(1);
  const events: PoolEvent[] = [];
  const stop = pool.run(jobOf(1), (event) => events.push(event));
  choose("reference");
  const { ticket } = asked(0, "train");
  stop();
  stop();
  expect(stops()).toHaveLength(1);
  workers[0].say({ kind: "standings", ticket, standings: [NOT_BEGUN], over: true });
  stop();
  expect(events.filter(({ kind }) => kind === "end")).toHaveLength(1);
  expect(stops()).toHaveLength(1);
});

test("a pool that is closed closes each of its workers, once", () => {
  const { pool, workers, choose } = handWorkers(3);
  pool.run(jobOf(3), () => {});
  choose("reference");
  expect(workers).toHaveLength(3);
  pool.close();
  pool.close();
  expect(workers.map(({ closed }) => closed)).toEqual([1, 1, 1]);
});

test("a worker that is lost is closed, once, and heard no more", () => {
  const { pool, workers, asked, choose } = handWorkers(1);
  const events: PoolEvent[] = [];
  pool.run(jobOf(1), (event) => events.push(event));
  choose("reference");
  const { ticket } = asked(0, "train");
  workers[0].die();
  workers[0].die();
  expect(workers[0].closed).toBe(1);
  expect(workers).toHaveLength(2);
  const heard = events.length;
  workers[0].say({ kind: "standings", ticket, standings: [finished], over: true });
  expect(events).toHaveLength(heard);
});

test("a replica that has ended is told of once, while others of its leg go on", () => {
  const { pool, workers, asked, choose } = handWorkers(1);
  const told: number[] = [];
  const kinds: PoolEvent["kind"][] = [];
  pool.run(jobOf(2, { engine: "webgl" }), (event) => {
    kinds.push(event.kind);
    if (event.kind === "standing") told.push(event.replica);
  });
  choose("webgl");
  const { ticket, leg } = asked(0, "train");
  expect(leg.settings).toHaveLength(2);
  const say = (other: Standing, over: boolean) =>
    workers[0].say({ kind: "standings", ticket, standings: [finished, other], over });
  say(NOT_BEGUN, false);
  say(NOT_BEGUN, false);
  say(finished, true);
  expect(told.filter((replica) => replica === 0)).toHaveLength(1);
  expect(told.filter((replica) => replica === 1)).toHaveLength(3);
  // Nothing is left to train.
  expect(asked(0, "train").ticket).toBe(ticket);
  expect(kinds.filter((kind) => kind === "end")).toHaveLength(1);
});

test("late news of a leg that is over changes nothing", () => {
  const { pool, workers, asked, choose } = handWorkers(1);
  const told: Standing[] = [];
  pool.run(jobOf(2), (event) => {
    if (event.kind === "standing") told.push(event.standing);
  });
  choose("reference");
  const { ticket } = asked(0, "train");
  workers[0].say({ kind: "standings", ticket, standings: [finished], over: true });
  expect(asked(0, "train").ticket).not.toBe(ticket);
  workers[0].say({ kind: "standings", ticket, standings: [finished], over: true });
  expect(told).toHaveLength(1);
});
