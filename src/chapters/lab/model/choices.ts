/**
 * @file What the lab's part of a link says: which bench is open, the pair that is asked about, and in what the
 * run B differs from the page's.
 */
import { entryChoice, entryNumber, type ValuesOf } from "../../../experiment/entry";
import { PARAM_KEYS, PARAMS, type ParamKey, type Settings } from "../../../experiment/params";
import { type Notice, parseNumber, parseValue, quote } from "../../../experiment/settings";
import { entryPart, type LinkPart } from "../../../kit/live/model/linkPart";

/** The benches and what they are called. */
export const BENCHES = {
  draw: "Draw",
  ask: "Ask",
  compare: "Compare",
  notebook: "Notebook",
  take: "Export",
} as const;
export type BenchName = keyof typeof BENCHES;

const element = (label: string, initial: number) =>
  entryNumber({
    label,
    initial,
    min: 0,
    max: PARAMS.n.max - 1,
    scale: "integer",
    help: "An element, counted from 0; the last of the relation where there are fewer.",
  });

export const LAB_PARAMS = {
  bench: entryChoice<BenchName>({
    label: "bench",
    initial: "draw",
    values: BENCHES,
    help: "What the lab is used for.",
  }),
  x: element("x", 0),
  y: element("y", 1),
  press: entryChoice<"ask" | "paint" | "changed">({
    label: "matrix",
    initial: "ask",
    values: { ask: "ask", paint: "leave pairs out", changed: "what changed" },
    help: "What a press on the matrix does, or that it shows which answers have changed.",
  }),
  lanes: entryChoice<"two" | "seeds">({
    label: "compare",
    initial: "two",
    values: { two: "A and B", seeds: "several seeds" },
    help: "What is trained side by side.",
  }),
  view: entryChoice<"side" | "over">({
    label: "latent spaces",
    initial: "side",
    values: { side: "side by side", over: "one over the other" },
    help: "How the latent spaces of A and B are shown.",
  }),
  seeds: entryNumber({
    label: "seeds",
    initial: 6,
    min: 2,
    max: 9,
    scale: "integer",
    help: "How many seeds are trained side by side.",
  }),
} as const;

export interface LabChoices extends ValuesOf<typeof LAB_PARAMS> {
  /** What run B has other than the page's run. */
  readonly difference: Partial<Settings>;
}

const TABLE = entryPart("lab", LAB_PARAMS);

/** Before the name of a knob of run B. */
const OTHER = "b.";
/** An empty matrix, which would be no word. */
const EMPTY = "-";

const wordsOf = (difference: Partial<Settings>): string[] =>
  PARAM_KEYS.filter((key) => difference[key] !== undefined).map(
    (key) => `${OTHER}${key} ${String(difference[key]).replace("e+", "e") || EMPTY}`,
  );

const isKey = (name: string): name is ParamKey => Object.hasOwn(PARAMS, name);

/** One knob of run B as it was written: valid, or the reason why not. */
function readOther(name: string, word: string) {
  if (!isKey(name)) return { reason: "is no setting" };
  const { kind } = PARAMS[name];
  return parseValue(name, kind === "number" ? parseNumber(word) : word === EMPTY ? "" : word);
}

/** Its part of the link: "bench compare b.encoderRate 0.01". */
export const LAB_PART: LinkPart<LabChoices> = {
  key: TABLE.key,
  formerly: [],
  initial: { ...TABLE.initial, difference: {} },
  format: (value, base = LAB_PART.initial) =>
    [
      TABLE.format(value, base),
      ...(JSON.stringify(value.difference) === JSON.stringify(base.difference)
        ? []
        : wordsOf(value.difference)),
    ]
      .filter((words) => words !== "")
      .join(" "),
  parse(text, base = LAB_PART.initial) {
    const words = text.split(" ").filter((word) => word !== "");
    const rest: string[] = [];
    const notices: Notice[] = [];
    const difference: Record<string, number | string> = {};
    for (let i = 0; i < words.length; i += 2) {
      const [name, word = ""] = words.slice(i, i + 2);
      if (!name.startsWith(OTHER)) {
        rest.push(name, word);
        continue;
      }
      const key = name.slice(OTHER.length);
      const read = readOther(key, word);
      if ("value" in read) difference[key] = read.value;
      else
        notices.push({
          field: `${TABLE.key} ${quote(name)}`,
          given: quote(word),
          used: "the value of run A",
          reason: read.reason,
        });
    }
    const table = TABLE.parse(rest.join(" "), base);
    const other = Object.keys(difference).length > 0 ? difference : base.difference;
    return {
      value: { ...table.value, difference: other as Partial<Settings> },
      notices: [...table.notices, ...notices],
    };
  },
};
