import { expect, test } from "vitest";
import { codec, HOME } from "../../../../src/app/chapters";
import { fingerprint } from "../../../../src/experiment/fingerprint";
import { DEFAULTS } from "../../../../src/experiment/params";
import { claim, exactLink, replay } from "../../../../src/kit/live/model/exact";
import {
  append,
  emptyHistory,
  type History,
  type Snapshot,
  snapshotAt,
} from "../../../../src/kit/live/model/history";
import { COLUMN, type Frame, MEASURES } from "../../../../src/run/frame";

const { encode, decode } = codec;

/** A run whose parameters are a function of the step, with a different tail from `strays` on. */
function run(steps: readonly number[], strays = Infinity): History {
  const frames = steps.map((step): Frame => {
    const measures = new Float64Array(MEASURES.length);
    measures[COLUMN.train] = 0.5;
    const parameters = Float32Array.of(Math.fround(1 / (step + 1)), step < strays ? 0 : 1e-7);
    return { step, steps: Float64Array.of(step), measures, parameters };
  });
  return append(emptyHistory(DEFAULTS), frames);
}

const STEPS = [0, 1, 2, 3, 4, 8, 12, 16, 20];
const shared = run(STEPS);
const twenty = snapshotAt(shared, 20);
const link = exactLink(HOME, shared, twenty as NonNullable<typeof twenty>);

test("a claim survives the link and is met by the same run, to the bit", () => {
  expect(decode(encode(link)).link).toEqual(link);
  expect(link.engine).toBe("simd");
  expect(replay({ link, history: run(STEPS) })?.kind).toBe("identical");
});

test("a claim does not depend on which other steps had a frame", () => {
  const sparse = run([0, 1, 2, 4, 8, 16, 20]);
  expect(claim(sparse, sparse.snapshots[6])).toBe(link.exact);
});

test("a claim about a run that went on from a recording is the run's own", () => {
  const claims = new Map(
    shared.snapshots.map(({ step, parameters }) => [step, fingerprint(parameters)]),
  );
  const snapshots = shared.snapshots.map(({ step, parameters }) =>
    step < 20 ? { step, parameters: parameters.slice(0, 1) } : { step, parameters },
  );
  const recorded = { ...shared, claims, snapshots, recorded: 16 };
  expect(claim(recorded, snapshots.at(-1) as Snapshot)).toBe(link.exact);
  expect(replay({ link, history: recorded })?.kind).toBe("identical");
});

test("a run that strays is told from the first power of two at which it shows", () => {
  for (const [strays, first] of [
    [1, 1],
    [3, 4],
    [5, 8],
    [17, 20],
  ])
    expect(replay({ link, history: run(STEPS, strays) })).toMatchObject({
      kind: "different",
      first,
    });
});

test("before its step a claim waits, and without one there is nothing to say", () => {
  expect(replay({ link, history: run([0, 1, 2]) })?.kind).toBe("waiting");
  expect(replay({ link: HOME, history: shared })).toBeNull();
});

test("a claim that is no fingerprint is named and not used", () => {
  const { link: got, notices } = decode("v=1&at=20&exact=yes");
  expect(got.exact).toBeUndefined();
  expect(notices.map(({ field }) => field)).toEqual(["exact"]);
});
