/**
 * @file Figure 4: which of its experiments a reader looks at, and the experiments themselves, a
 * decoder of every depth for the four relations of Table 1, at the default rates and with a slow
 * encoder.
 */

import { entryChoice, type ValuesOf } from "../../../experiment/entry";
import type { NamedExperiment } from "../../../experiment/experimentFile";
import { DEFAULTS, PARAMS } from "../../../experiment/params";
import { entryPart } from "../../../kit/live/model/linkPart";

export const FIGURE_4_RELATIONS = [
  "modulo-3",
  "modulo-5",
  "greater-than",
  "complete-bipartite",
] as const;
export type Figure4Relation = (typeof FIGURE_4_RELATIONS)[number];

/** The paper gives no rates; with a slow encoder its story shows most clearly. */
export type EncoderPace = "default" | "slow";

export const FIGURE_4_PARAMS = {
  relation: entryChoice<Figure4Relation>({
    label: "relation",
    initial: "modulo-3",
    values: Object.fromEntries(
      FIGURE_4_RELATIONS.map((name) => [name, PARAMS.relation.values[name]]),
    ) as Record<Figure4Relation, string>,
    help: "The relation that is shown large.",
  }),
  encoder: entryChoice<EncoderPace>({
    label: "encoder",
    initial: "default",
    values: { default: "default rates", slow: "slow encoder" },
    help: "Both rates at 10⁻³ for 20,000 steps, or the encoder’s at 10⁻⁴ for 50,000.",
  }),
} as const;

export type Figure4Choices = ValuesOf<typeof FIGURE_4_PARAMS>;

/** Its part of the link. */
export const FIGURE_4_PART = entryPart("figure4", FIGURE_4_PARAMS);

const SEEDS = 5;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Slow repons need longer. */
const SCHEDULES: Readonly<Record<EncoderPace, { encoderRate: number; steps: number }>> = {
  default: { encoderRate: 1e-3, steps: 20_000 },
  slow: { encoderRate: 1e-4, steps: 50_000 },
};

/** As in `public/data/experiments`. */
export const figure4 = ({ relation, encoder }: Figure4Choices): NamedExperiment => ({
  name: `figure-4-${relation}${encoder === "slow" ? "-slow-encoder" : ""}`,
  title: `Figure 4, ${PARAMS.relation.values[relation]}${encoder === "slow" ? ", slow encoder" : ""}`,
  experiment: {
    base: { ...DEFAULTS, relation, width: 10, trainFraction: 0.6, ...SCHEDULES[encoder] },
    axes: [
      { key: "depth", values: upTo(PARAMS.depth.max + 1) },
      { key: "seed", values: upTo(SEEDS) },
    ],
    until: "end",
  },
});
