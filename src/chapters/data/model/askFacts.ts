/** @file What can be said of what the reader has asked, and of those who ask until all follows; from the numbers. */
import { countOf } from "../../../kit/draw/phrases";
import { capital } from "../../../kit/draw/words";
import { ASKERS, type Asker, type AskerName } from "../../../theory/inference/askers";
import { bestPairs, expectedBits, isSettled } from "../../../theory/inference/asking";
import { UNKNOWN } from "../../../theory/inference/sample";
import type { AskSubject, Standing } from "./asking";

const bitsText = (bits: number): string => `${bits.toFixed(2)} bits`;
const pairText = (pair: number, n: number): string => `R(${Math.floor(pair / n)}, ${pair % n})`;

/** How many pairs were asked about, follow, and are open. */
export function countsOf({ known: { asked, value } }: Standing) {
  const count = (of: (pair: number) => boolean) => Array.from(value.keys()).filter(of).length;
  return {
    asked: count((pair) => asked[pair] === 1),
    follow: count((pair) => asked[pair] === 0 && value[pair] !== UNKNOWN),
    open: count((pair) => value[pair] === UNKNOWN),
  };
}

/** What the last answer did. */
export function lastWords({ n }: AskSubject, { last }: Standing): string {
  if (!last) return "Press a pair to be told whether it holds.";
  const { pair, bits, follow } = last;
  const name = pairText(pair, n);
  if (bits === 0) return `The answer to ${name} carried nothing: it followed already.`;
  const carried = bits === null ? "" : ` carried ${bitsText(bits)}`;
  const made =
    follow.length === 0
      ? "nothing else follows from it"
      : `${countOf(follow.length, "more pair follows", "more pairs follow")} from it`;
  return `The answer to ${name}${carried}${carried && ","}${carried ? " and" : ":"} ${made}.`;
}

/** How much is known: in bits where they can be counted, in pairs always. */
export function learntWords({ total }: AskSubject, standing: Standing): string {
  const { asked, follow, open } = countsOf(standing);
  const sum = standing.learnt[standing.learnt.length - 1];
  const bits =
    Number.isNaN(sum) || total === null
      ? ""
      : ` ${bitsText(sum)} of ${total.toFixed(1)} are learnt.`;
  const rest = isSettled(standing.known)
    ? "nothing is left open"
    : `${countOf(open, "is", "are")} left open`;
  return `${capital(countOf(asked, "question"))}: ${countOf(follow, "pair follows", "pairs follow")}, ${rest}.${bits}`;
}

/** Which pair is the best to ask next. */
export function bestWords({ n }: AskSubject, { known }: Standing): string {
  if (isSettled(known)) return "All follows: there is nothing left to ask.";
  const best = bestPairs(known);
  if (best.length === 0 || !known.p)
    return "Which pair is best to ask next is not known: nobody knows how the open pairs of such a relation split.";
  const also = best.length > 1 ? ` (and ${countOf(best.length - 1, "other")} as good)` : "";
  return `Best to ask next, one question ahead: ${pairText(best[0], n)}${also}, worth ${bitsText(expectedBits(known.p[best[0]]))}.`;
}

/** What the paper says of 0 < 9 and of 4 < 5, at this moment; null but for an order of ten. */
export function paperWords({ n, prior, truth }: AskSubject, { known }: Standing): string | null {
  const [wide, close] = [0 * n + 9, 4 * n + 5];
  if (n !== 10 || prior.class !== "total-order" || !known.p) return null;
  if (truth[wide] !== 1 || truth[close] !== 1) return null;
  const worth = (pair: number): string => {
    if (known.asked[pair]) return "has been asked";
    if (known.value[pair] !== UNKNOWN) return "follows already and carries nothing";
    return `would carry ${bitsText(-Math.log2(known.p?.[pair] ?? 1))}`;
  };
  return `The paper says that 0 < 9 “never provides any extra information”, and that 4 < 5 could. Any first answer is one bit; now 0 < 9 ${worth(wide)}, and 4 < 5 ${worth(close)}.`;
}

export const ASKER_WORDS: Readonly<Record<AskerName, string>> = {
  best: "the best pair each time",
  open: "any pair that is still open",
  chance: "pairs as chance brings them",
};

const questionsText = ({ questions: { mean, error } }: Asker): string =>
  `${mean.toFixed(1)}${error === null ? "" : ` ± ${error.toFixed(1)}`}`;

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** How many questions each takes, and what is saved by what. */
export function raceWords(askers: readonly Asker[], pairs: number): string {
  const of = (name: AskerName) => askers.find((asker) => asker.name === name);
  const [best, open, chance] = ASKERS.map(of);
  if (!open || !chance) return "";
  const each = askers.map((asker) => `${questionsText(asker)} with ${ASKER_WORDS[asker.name]}`);
  const told = `Of ${pairs} pairs it takes to know all: ${each.join("; ")}.`;
  const least = best ?? open;
  const saved = chance.questions.mean - least.questions.mean;
  const some = saved / chance.questions.mean;
  if (some < 0.005) return `${told} Here who chooses saves nothing.`;
  const passing = (chance.questions.mean - open.questions.mean) / saved;
  return `${told} Who chooses needs ${percent(some)} fewer${best ? `; ${percent(Math.min(1, passing))} of that is won by merely passing over what follows already` : ", by passing over what follows already"}.`;
}
