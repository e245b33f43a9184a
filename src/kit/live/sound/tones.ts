/** @file Two tones, one for each accuracy: training at the left, held-out pairs at the right and brighter. */
import { pitchOf } from "./pitch";

/** Of each tone at its loudest; 1 is all that a loudspeaker gives. */
const VOLUME = 0.05;
/** Seconds in which a tone follows what it is told, comes and goes: no clicks. */
const SOFT = 0.03;

const VOICES = ["train", "test"] as const;
export type Accuracies = Readonly<Record<(typeof VOICES)[number], number>>;

const TONES = {
  train: { type: "sine", pan: -0.8 },
  test: { type: "triangle", pan: 0.8 },
} as const;

export interface Tones {
  /** Sounds these from `at` on, seconds of the context. */
  sound(accuracies: Accuracies, at?: number): void;
  /** Falls silent at that time. */
  rest(at?: number): void;
}

/** Silent until it is told something. */
export function makeTones(context: BaseAudioContext): Tones {
  const voices = VOICES.map((name) => {
    const { type, pan } = TONES[name];
    const tone = new OscillatorNode(context, { type, frequency: pitchOf(0) });
    const gain = new GainNode(context, { gain: 0 });
    tone.connect(gain).connect(new StereoPannerNode(context, { pan })).connect(context.destination);
    tone.start();
    return { name, tone, gain: gain.gain };
  });
  return {
    sound(accuracies, at = context.currentTime) {
      for (const { name, tone, gain } of voices) {
        tone.frequency.setTargetAtTime(pitchOf(accuracies[name]), at, SOFT);
        gain.setTargetAtTime(VOLUME, at, SOFT);
      }
    },
    rest(at = context.currentTime) {
      for (const { gain } of voices) {
        gain.cancelScheduledValues(at);
        gain.setTargetAtTime(0, at, SOFT);
      }
    },
  };
}

/** What has been measured of a run, by evaluated step. */
export interface Course extends Readonly<Record<keyof Accuracies, ArrayLike<number>>> {
  /** Ascending. [k] */
  readonly steps: ArrayLike<number>;
}

/** Seconds that a run takes to be heard from its first step to its last. */
export const SECONDS = 6;
/** Tones a second at most: what comes closer is not heard apart. */
const FINEST = 40;

/** The times at which points of a run are heard, along the log axis of its steps: [seconds after the start, index]. */
export function timesOf({ steps }: Pick<Course, "steps">): (readonly [number, number])[] {
  const end = Math.log1p(steps[steps.length - 1]);
  const times: (readonly [number, number])[] = [];
  Array.from(steps).forEach((step, i) => {
    const at = end > 0 ? (SECONDS * Math.log1p(step)) / end : 0;
    const last = times.at(-1);
    if (!last || at - last[0] >= 1 / FINEST || i === steps.length - 1) times.push([at, i]);
  });
  return times;
}

/** Sounds a whole run from `from` on, seconds of the context. */
export function soundCourse(tones: Tones, course: Course, from: number): void {
  const times = timesOf(course);
  for (const [at, i] of times)
    tones.sound({ train: course.train[i], test: course.test[i] }, from + at);
  tones.rest(from + SECONDS + 0.3);
}
