/**
 * @file What of the pairs is looked at: which two, how far ahead, by which theory, among which, and the
 * picture beside.
 */
import type { ValuesOf } from "../../../experiment/entry";
import type { ChoiceParam, NumericParam } from "../../../experiment/params";
import { entryPart } from "../../../kit/live/model/linkPart";

const choice = <Value extends string>(
  label: string,
  initial: NoInfer<Value>,
  values: Readonly<Record<Value, string>>,
  help: string,
): ChoiceParam<Value> => ({
  kind: "choice",
  symbol: [""],
  group: "training",
  origin: "ours",
  label,
  initial,
  values,
  help,
});

/** Of an element; that there is none is -1. */
const element = (label: string): NumericParam => ({
  kind: "number",
  symbol: [""],
  group: "training",
  origin: "ours",
  label,
  initial: -1,
  min: -1,
  max: 59,
  scale: "integer",
  help: "An element of the pair; -1 takes the closest two.",
});

const PAIRS_TABLE = {
  one: element("first of the pair"),
  other: element("second of the pair"),
  horizon: choice<"100" | "1000" | "10000">(
    "steps ahead",
    "1000",
    { 100: "100", 1000: "1,000", 10000: "10,000" },
    "How far the two are followed.",
  ),
  theory: choice<"alone" | "drive" | "bend">(
    "theory",
    "alone",
    { alone: "Eq. 7 alone", drive: "with drive", bend: "with drive, bend" },
    "By what they are predicted.",
  ),
  scope: choice<"all" | "near">(
    "pairs",
    "near",
    { all: "all pairs", near: "nearer half" },
    "Over which pairs a correlation is taken: all, or those nearer than the median.",
  ),
  aside: choice<"latent" | "past">(
    "beside",
    "latent",
    { latent: "latent space", past: "C along the run" },
    "The picture beside.",
  ),
} as const;

export type PairsEntry = ValuesOf<typeof PAIRS_TABLE>;

/** Its part of the link. */
export const PAIRS_PART = entryPart("pairs", PAIRS_TABLE);
