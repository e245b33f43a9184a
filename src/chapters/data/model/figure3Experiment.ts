/**
 * @file The experiments of Figure 3: networks of several architectures at many training fractions, and
 * the reader's own among them.
 */
import type { Experiment, Variant } from "../../../experiment/experiment";
import type { NamedExperiment } from "../../../experiment/experimentFile";
import { DEFAULTS, PARAMS, type ParamKey, type Settings } from "../../../experiment/params";

const SLOW = { encoderRate: 1e-3, decoderRate: 1e-3 } as const;
const FAST = { encoderRate: 1e-2, decoderRate: 1e-2 } as const;

const DIFFERENCES = ["difference", "squared-difference"] as const;
const WORDS = { difference: "difference", "squared-difference": "squared difference" } as const;

/** The paper's architectures, and rates that free two of them from where they get stuck. */
const ARCHITECTURES: readonly Variant[] = [
  { label: "concat, 3 × 50", settings: { mode: "concat", depth: 3, ...SLOW } },
  {
    label: "concat, 3 × 50, encoder rate 0.01",
    settings: { mode: "concat", depth: 3, ...SLOW, encoderRate: 1e-2 },
  },
  ...DIFFERENCES.flatMap((mode) => [
    ...[1, 2].flatMap((d) => [
      {
        label: `${WORDS[mode]}, 0 hidden, d = ${d}`,
        settings: { mode, depth: 0, d, ...FAST },
      },
      ...(mode === "squared-difference" && d === 1
        ? [
            {
              label: "squared difference, 0 hidden, d = 1, rates 0.1",
              settings: { mode, depth: 0, d, encoderRate: 0.1, decoderRate: 0.1 },
            },
          ]
        : []),
    ]),
    ...[1, 2].map((d) => ({
      label: `${WORDS[mode]}, 3 × 50, d = ${d}`,
      settings: { mode, depth: 3, d, ...SLOW },
    })),
  ]),
];

/** For an order the difference decoder comes closer at the paper's own rates than at 0.01. */
const AT_DEFAULT_RATES: readonly Variant[] = [1, 2].map((d) => ({
  label: `difference, 0 hidden, d = ${d}, rates 0.001`,
  settings: { mode: "difference", depth: 0, d, ...SLOW },
}));

const architecturesFor = (relation: Settings["relation"]): readonly Variant[] =>
  relation === "greater-than" ? [...ARCHITECTURES, ...AT_DEFAULT_RATES] : ARCHITECTURES;

const FRACTIONS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9] as const;
const SEEDS = [0, 1, 2, 3, 4] as const;
export const STEPS = 5000;

/** What the relation depends on. */
const RELATION_KEYS = ["relation", "classes", "matrix", "n"] as const;
/** What the figure varies or fixes itself. */
const FIXED: readonly ParamKey[] = [...RELATION_KEYS, "trainFraction", "mask", "seed", "steps"];

/** Recorded for the default number of elements. */
export const FIGURE_3_RELATIONS = ["modulo-3", "greater-than"] as const;

/** Whether Figure 3 of these settings' relation is among the recordings. */
export const isRecorded = ({ relation, n }: Settings): boolean =>
  n === DEFAULTS.n && FIGURE_3_RELATIONS.some((name) => name === relation);

const experimentOf = (settings: Settings, variants: readonly Variant[]): Experiment => {
  const relation = Object.fromEntries(RELATION_KEYS.map((key) => [key, settings[key]]));
  return {
    base: {
      ...DEFAULTS,
      ...(isRecorded(settings) ? { relation: settings.relation } : relation),
      steps: STEPS,
    },
    variants,
    axes: [
      { key: "trainFraction", values: FRACTIONS },
      { key: "seed", values: SEEDS },
    ],
    until: "end",
  };
};

/** For the relation of `settings`; as in `public/data/experiments` where it is recorded. */
export const figure3 = (settings: Settings): NamedExperiment => {
  const label = PARAMS.relation.values[settings.relation];
  return {
    name: `figure-3-${settings.relation}`,
    title: `Figure 3, ${label}, full batch, 5,000 steps`,
    experiment: experimentOf(settings, architecturesFor(settings.relation)),
  };
};

/** The network that `settings` describe, at every fraction of the figure. */
export const ownCurve = (settings: Settings): NamedExperiment => ({
  name: "figure-3-own",
  title: "Figure 3, a network of one’s own",
  experiment: experimentOf(settings, [
    {
      label: "your network",
      settings: Object.fromEntries(
        (Object.keys(PARAMS) as ParamKey[])
          .filter((key) => !FIXED.includes(key))
          .map((key) => [key, settings[key]]),
      ),
    },
  ]),
});
