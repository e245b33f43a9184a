/**
 * @file What chapter 6 shows: a recorded figure or a grid that is trained in the page, the rule that
 * its cells are held against, and the chosen cell.
 */

import { entryChoice, entryNumber, type ValuesOf } from "../../../experiment/entry";
import type { NamedExperiment } from "../../../experiment/experimentFile";
import { DEFAULTS, type NumericParam, PARAMS, type Settings } from "../../../experiment/params";
import { entryPart } from "../../../kit/live/model/linkPart";
import { type NumericKey, PLANE_KEYS, valuesOf } from "./lattice";

/** The recorded figures and what they are called, and the grid of one's own. */
export const FIGURES = {
  "figure-5-modulo-3": "Figure 5, modulo 3",
  "figure-5-greater-than": "Figure 5, greater-than",
  "figure-5-complete-bipartite": "Figure 5, bipartite",
  "figure-5-modulo-5": "Figure 5, modulo 5",
  "figure-5-modulo-3-full-batch": "Figure 5, full batch",
  "figure-6-modulo-3": "Figure 6, modulo 3",
  "figure-6-greater-than": "Figure 6, greater-than",
  "figure-6-complete-bipartite": "Figure 6, bipartite",
  here: "your own",
} as const;
export type FigureName = keyof typeof FIGURES;

const RULES = [
  "ratio",
  "product",
  "paper",
  "second",
  "fit",
  "height",
  "columns",
  "across",
  "majority",
] as const;
export type RuleName = (typeof RULES)[number];

/** The rules whose threshold the reader can move. */
export type Movable = Extract<RuleName, "ratio" | "product" | "height" | "across">;

/** What the cells of a recording are asked. */
export const PICTURES = { cells: "cells", classes: "classes", even: "even odds" } as const;
export type PictureName = keyof typeof PICTURES;

const choice = <Value extends string>(
  label: string,
  initial: NoInfer<Value>,
  values: Readonly<Record<Value, string>>,
  help: string,
) => entryChoice<Value>({ label, initial, values, help });

const number = (
  label: string,
  initial: number,
  range: Pick<NumericParam, "min" | "max" | "scale"> & { readonly zero?: string },
  help: string,
) => entryNumber({ ...range, label, initial, help });

const knobs = Object.fromEntries(PLANE_KEYS.map((key) => [key, PARAMS[key].label])) as Record<
  NumericKey,
  string
>;
const cell = { min: 0, max: 20, scale: "integer" } as const;
const cells = { min: 3, max: 21, scale: "integer" } as const;
const place = { min: 1e-6, max: 1e4, scale: "log", zero: "0" } as const;
const threshold = { min: 1e-14, max: 1e14, scale: "log", zero: "best" } as const;

export const PHASE_PARAMS = {
  figure: choice<FigureName>("figure", "figure-5-modulo-3", FIGURES, "Whose cells are shown."),
  picture: choice<PictureName>("picture", "cells", PICTURES, "What is shown of the cells."),
  rule: choice<RuleName>(
    "rule",
    "ratio",
    Object.fromEntries(RULES.map((rule) => [rule, rule])) as Record<RuleName, string>,
    "The rule that the cells are held against.",
  ),
  ratio: number(
    "threshold of the ratio",
    0,
    threshold,
    "η_enc / η_dec from which a network learns.",
  ),
  product: number("threshold of the product", 0, threshold, "η_enc η_dec up to which it learns."),
  height: number("threshold upwards", 0, threshold, "Of the knob from below upwards alone."),
  across: number("threshold across", 0, threshold, "Of the knob from left to right alone."),
  odds: choice<"no" | "yes">("Eq. 11", "no", { no: "no", yes: "yes" }, "Lines of equal odds."),
  column: number("column", 4, cell, "Of the chosen cell, from the left."),
  row: number("row", 4, cell, "Of the chosen cell, from below."),
  replica: number("seed", 0, { min: 0, max: 8, scale: "integer" }, "Which of the cell's seeds."),
  x: choice<NumericKey>("across", "encoderRate", knobs, "The knob from left to right."),
  xFrom: number("lowest", 1e-4, place, "The leftmost value."),
  xTo: number("highest", 1e-1, place, "The rightmost value."),
  columns: number("columns", 7, cells, "How many values from left to right."),
  y: choice<NumericKey>("upwards", "decoderRate", knobs, "The knob from below upwards."),
  yFrom: number("lowest", 1e-5, place, "The lowest value."),
  yTo: number("highest", 1e-2, place, "The highest value."),
  rows: number("rows", 7, cells, "How many values from below upwards."),
  seeds: number("seeds", 1, { min: 1, max: 9, scale: "integer" }, "Networks in each cell."),
  steps: number("steps", 20_000, PARAMS.steps, PARAMS.steps.help),
  batch: number("batch", 64, PARAMS.batch, PARAMS.batch.help),
  order: choice<"all" | "boundary">(
    "train",
    "all",
    { all: "every cell", boundary: "boundary first" },
    "Near a boundary between unlike neighbours first; the rest is inferred until it is trained.",
  ),
} as const;

export type PhaseChoices = ValuesOf<typeof PHASE_PARAMS>;

/** Two axes are two knobs. */
function twoAxes(choices: PhaseChoices) {
  if (choices.x !== choices.y) return { value: choices, notices: [] };
  const { x, y } = PHASE_PARAMS;
  const other = choices.x === y.initial ? x.initial : y.initial;
  const reason = "is the other axis too";
  return {
    value: { ...choices, y: other },
    notices: [{ field: "phases y", given: choices.y, used: other, reason }],
  };
}

/** Its part of the link. */
export const PHASES_PART = entryPart("phases", PHASE_PARAMS, { mend: twoAxes });

/** The range that a knob starts with as an axis: the table's for the two rates, all of it otherwise. */
export function rangeOf(key: NumericKey): readonly [number, number] {
  const { x, y, xFrom, xTo, yFrom, yTo } = PHASES_PART.initial;
  if (key === x) return [xFrom, xTo];
  if (key === y) return [yFrom, yTo];
  const { min, max, zero } = PARAMS[key] as NumericParam;
  return [zero === undefined ? min : 0, max];
}

/** The grid of one's own: relation and network as in `settings`, seeds counted from 0. */
export function gridHere(choices: PhaseChoices, settings: Settings): NamedExperiment {
  const { x, y, xFrom, xTo, yFrom, yTo, columns, rows, seeds, steps, batch } = choices;
  const base = {
    ...settings,
    [x]: DEFAULTS[x],
    [y]: DEFAULTS[y],
    seed: DEFAULTS.seed,
    // A split of one's own has one size and one fraction.
    ...([x, y].some((key) => key === "n" || key === "trainFraction") && { mask: DEFAULTS.mask }),
    steps,
    ...(x !== "batch" && y !== "batch" && { batch }),
  };
  return {
    name: "here",
    title: "A grid trained in this page",
    experiment: {
      base,
      axes: [
        { key: x, values: valuesOf(x, xFrom, xTo, columns) },
        { key: y, values: valuesOf(y, yFrom, yTo, rows) },
        { key: "seed", values: Array.from({ length: seeds }, (_, i) => i) },
      ],
      until: "decided",
    },
  };
}
