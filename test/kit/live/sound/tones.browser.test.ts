/** Training as sound, rendered without a loudspeaker: which tones there are is read from the samples. */
import { describe, expect, test } from "vitest";
import { pitchOf } from "../../../../src/kit/live/sound/pitch";
import {
  makeTones,
  SECONDS,
  soundCourse,
  type Tones,
  timesOf,
} from "../../../../src/kit/live/sound/tones";

const RATE = 22_050;

/** What is heard in so many seconds, left and right. */
async function heard(seconds: number, act: (tones: Tones) => void) {
  const context = new OfflineAudioContext(2, seconds * RATE, RATE);
  act(makeTones(context));
  const buffer = await context.startRendering();
  return [buffer.getChannelData(0), buffer.getChannelData(1)] as const;
}

/** Amplitude at a frequency between two times: one bin of a Fourier transform, windowed. */
function amplitude(
  samples: Float32Array,
  frequency: number,
  [from, to]: readonly [number, number],
): number {
  let [re, im, weight] = [0, 0, 0];
  const [first, last] = [Math.round(from * RATE), Math.round(to * RATE)];
  for (let i = first; i < last; i++) {
    const window = 1 - Math.cos((2 * Math.PI * (i - first)) / (last - first));
    const angle = (2 * Math.PI * frequency * i) / RATE;
    re += window * samples[i] * Math.cos(angle);
    im += window * samples[i] * Math.sin(angle);
    weight += window;
  }
  return (2 * Math.hypot(re, im)) / weight;
}

/** The loudest frequency of 200 to 1000 Hz, Hz. */
function loudest(samples: Float32Array, span: readonly [number, number]): number {
  let best = 0;
  for (let f = 200; f < 1000; f += 2)
    if (amplitude(samples, f, span) > amplitude(samples, best, span)) best = f;
  return best;
}

const level = (samples: Float32Array, from: number, to: number) =>
  samples.slice(from * RATE, to * RATE).reduce((most, x) => Math.max(most, Math.abs(x)), 0);

test("an accuracy is a pitch: two octaves from 0 to 1", () => {
  expect([0, 0.5, 1].map(pitchOf)).toEqual([220, 440, 880]);
  expect([pitchOf(-1), pitchOf(2)]).toEqual([220, 880]);
});

describe("tones", () => {
  test("are silent until they are told something", async () => {
    const [left, right] = await heard(0.2, () => {});
    expect(level(left, 0, 0.2) + level(right, 0, 0.2)).toBe(0);
  });

  test("training at the left, held-out pairs at the right, quiet, at their pitches; silent afterwards", async () => {
    const [left, right] = await heard(2, (tones) => {
      tones.sound({ train: 1, test: 0.5 }, 0);
      tones.rest(1);
    });
    const span = [0.4, 1] as const;
    expect(Math.abs(loudest(left, span) - 880)).toBeLessThanOrEqual(4);
    expect(Math.abs(loudest(right, span) - 440)).toBeLessThanOrEqual(4);
    expect(amplitude(left, 880, span)).toBeGreaterThan(0.02);
    expect(level(left, 0, 2)).toBeLessThan(0.15);
    expect(level(left, 1.5, 2) + level(right, 1.5, 2)).toBeLessThan(1e-4);
  });

  test("a whole run is heard along the log axis of its steps", async () => {
    const steps = [0, 9, 99, 999];
    const times = timesOf({ steps });
    expect(times.map(([, i]) => i)).toEqual([0, 1, 2, 3]);
    for (const [at, i] of times) expect(at).toBeCloseTo((i * SECONDS) / 3, 9);
    const course = { steps, train: [0, 0.5, 1, 1], test: [0, 0, 0.5, 1] };
    const [left, right] = await heard(SECONDS + 1, (tones) => soundCourse(tones, course, 0));
    const third = SECONDS / 3;
    const at = (i: number): readonly [number, number] => [i * third + 0.5, (i + 1) * third - 0.1];
    expect([0, 1, 2].map((i) => Math.round(loudest(left, at(i)) / 20))).toEqual([11, 22, 44]);
    expect([0, 1, 2].map((i) => Math.round(loudest(right, at(i)) / 20))).toEqual([11, 11, 22]);
    expect(level(left, SECONDS + 0.7, SECONDS + 1)).toBeLessThan(1e-3);
  });

  test("of a long run no more than can be heard apart", () => {
    const times = timesOf({ steps: Array.from({ length: 100_000 }, (_, i) => i) });
    expect(times.length).toBeLessThan(SECONDS * 40 + 2);
    expect(times.at(-1)).toEqual([SECONDS, 99_999]);
  });
});
