import { expect, test } from "vitest";
import { DEFAULTS } from "../../src/experiment/params";
import { holdable } from "../../src/run/hold";
import type { Transport } from "../../src/run/wire";

const PLAYING: Transport = { playing: true, until: null, pace: "full" };
const PAUSED: Transport = { ...PLAYING, playing: false };
const JOB = { settings: [DEFAULTS], engine: "simd", from: null } as const;

/** A source that only remembers how its runs were driven. */
function heard() {
  const runs: Transport[][] = [];
  const held = holdable((_, transport) => {
    const driven = [transport];
    runs.push(driven);
    return { direct: (next) => driven.push(next), stop: () => driven.push(PAUSED) };
  });
  const start = (transport: Transport) => held.source(JOB, transport, () => {});
  return { runs, start, hold: held.hold };
}

test("a held run rests, and then does what it was told last", () => {
  const { runs, start, hold } = heard();
  const run = start(PLAYING);
  hold(true);
  expect(runs).toEqual([[PLAYING, PAUSED]]);
  run.direct({ ...PLAYING, pace: 10 });
  expect(runs[0].at(-1)).toEqual({ ...PAUSED, pace: 10 });
  hold(false);
  expect(runs[0].at(-1)).toEqual({ ...PLAYING, pace: 10 });
});

test("one that was paused meanwhile stays so", () => {
  const { runs, start, hold } = heard();
  const run = start(PLAYING);
  hold(true);
  run.direct(PAUSED);
  hold(false);
  expect(runs[0].at(-1)).toEqual(PAUSED);
});

test("one that starts while others are held rests from its start; one that was stopped is told nothing more", () => {
  const { runs, start, hold } = heard();
  const first = start(PLAYING);
  hold(true);
  first.stop();
  start(PLAYING);
  hold(false);
  expect(runs).toEqual([
    [PLAYING, PAUSED, PAUSED],
    [PAUSED, PLAYING],
  ]);
});

test("to hold twice is to hold once", () => {
  const { runs, start, hold } = heard();
  start(PLAYING);
  hold(true);
  hold(true);
  expect(runs).toEqual([[PLAYING, PAUSED]]);
});
