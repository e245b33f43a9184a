/**
 * @file What chapter 2 adds to the settings: how much is wanted, what is known beforehand, and in
 * which unit data is counted; and which pairs the reader has asked about.
 */

import { entryChoice, type ValuesOf } from "../../../experiment/entry";
import type { MatrixParam, NumericParam } from "../../../experiment/params";
import { entryPart } from "../../../kit/live/model/linkPart";
import { CLASSES, type ClassName } from "../../../theory/className";

/** Names of the classes of Table 2, as the page writes them. */
export const CLASS_NAMES: Readonly<Record<ClassName, string>> = {
  generic: "generic",
  symmetric: "symmetric",
  antisymmetric: "antisymmetric",
  reflexive: "reflexive",
  transitive: "transitive",
  equivalence: "equivalence",
  "total-order": "total order",
  "complete-bipartite": "complete bipartite",
  "incomplete-bipartite": "incomplete bipartite",
  tree: "tree",
};

/** How data is counted along the axis. */
export type DataUnit = "fraction" | "samples" | "bits";
/** What is shown: the bound beside formulas (Figure 2) or networks (Figure 3), or ten numbers to ask about. */
export type DataFigure = "theory" | "networks" | "asking";
/** Which description length Eq. (2) to (4) use. */
export type Length = "paper" | "count" | "relabellings";

/** α of Eq. (3). */
const alpha: NumericParam = {
  kind: "number",
  symbol: ["α"],
  label: "accuracy wanted",
  group: "data",
  initial: 0.9,
  min: 0.05,
  max: 0.999,
  scale: "linear",
  help: "Eq. 3 says how much of the data has to be known before this share of it follows.",
  origin: "paper",
};

/** The pairs that were asked about, one after the other: two digits each. */
const asked: MatrixParam = {
  kind: "matrix",
  symbol: [""],
  label: "asked",
  group: "data",
  initial: "",
  help: "The pairs of ten elements whose answers the reader has asked for, in order.",
  origin: "ours",
};

export const DATA_PARAMS = {
  alpha,
  unit: entryChoice<DataUnit>({
    symbol: [""],
    label: "data counted in",
    initial: "fraction",
    values: { fraction: "fraction", samples: "samples", bits: "bits" },
    help: "The share of all pairs that is known, their number, or the bits that their answers carry.",
  }),
  figure: entryChoice<DataFigure>({
    symbol: [""],
    label: "against the bound",
    initial: "theory",
    values: {
      theory: "Figure 2: formulas",
      networks: "Figure 3: networks",
      asking: "Ask: ten numbers",
    },
    help: "What the bound by inference is compared with, or the worked example of section 3.",
  }),
  class: entryChoice<"own" | ClassName>({
    symbol: [""],
    label: "known as",
    initial: "own",
    values: {
      own: "its own class",
      ...(Object.fromEntries(CLASSES.map((name) => [name, CLASS_NAMES[name]])) as Record<
        ClassName,
        string
      >),
    },
    help: "The class that the relation is taken to belong to before any pair is seen.",
  }),
  length: entryChoice<Length>({
    symbol: ["b"],
    label: "description",
    initial: "paper",
    values: { paper: "the paper’s", count: "exact count", relabellings: "second version’s" },
    help: "The description length that Eq. 2, 3 and 4 are given.",
  }),
  asked,
} as const;

export type DataChoices = ValuesOf<typeof DATA_PARAMS>;

const pairsAre = (asked: string): boolean =>
  /^(\d\d)*$/.test(asked) && new Set(asked.match(/../g)).size === asked.length / 2;

/** Its part of the link. */
export const DATA_PART = entryPart("data", DATA_PARAMS, {
  mend: (value) =>
    pairsAre(value.asked)
      ? { value, notices: [] }
      : {
          value: { ...value, asked: "" },
          notices: [
            {
              field: "data “asked”",
              given: value.asked,
              used: "no pair",
              reason: "must be pairs of digits, none of them twice",
            },
          ],
        },
});
