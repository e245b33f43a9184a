/** @file What Figures 2 and 3 show, in sentences: how much must be known for an accuracy, by each curve. */
import { plainText } from "../../../kit/draw/table";
import { capital } from "../../../kit/draw/words";
import { reachedAt } from "../../../theory/inductionGap";
import { LEARNT } from "../../../theory/phase";
import type { BoundChartData, BoundLine } from "./boundMarks";
import type { NetworksChartData } from "./figure3Chart";

/** What each kind of line is in a sentence. */
const NAMES: Readonly<Record<BoundLine["kind"], string>> = {
  bound: "the bound by inference",
  eq4: "the bound of Eq. 4",
  inferable: "the share that follows",
  eq2: "the share that follows by Eq. 2",
  guess: "your guess",
  network: "the network",
};

const percent = (fraction: number): string => `${Number((100 * fraction).toPrecision(2))} %`;

type Line = Pick<BoundLine, "fractions" | "values">;

/** "reaches 0.9 once 12 % of the pairs are known" */
function reachedWords(line: Line, level: number): string {
  const reached = reachedAt(level, line);
  if (reached === null) return `stays below ${level} throughout`;
  const known = `${percent(reached.fraction)} of the pairs`;
  return reached.atMost
    ? `has reached ${level} where its points begin, at ${known}`
    : `reaches ${level} once ${known} are known`;
}

const measured = ({ values }: Line): boolean => Array.from(values).some(Number.isFinite);

export function boundFinding({ lines, level, drawing }: BoundChartData): string {
  if (drawing) return "The curve is hidden until your guess of it is shown.";
  const at = level > 0 ? level : LEARNT;
  const said = lines
    .filter(measured)
    .map((line) => `${capital(NAMES[line.kind])} ${reachedWords(line, at)}.`);
  return said.join(" ") || "Nothing is measured yet.";
}

/** Of each architecture's medians, and of the bound. */
export function networksFinding({ curves, lines }: NetworksChartData): string {
  const networks = curves
    .filter(({ spreads }) => spreads.length > 0)
    .map(({ name, spreads }) => ({
      name: `The median of ${plainText(name)}`,
      fractions: spreads.map(({ x }) => x),
      values: spreads.map(({ median }) => median),
    }));
  const bounds = lines
    .filter(measured)
    .map(({ kind, fractions, values }) => ({ name: capital(NAMES[kind]), fractions, values }));
  const said = [...networks, ...bounds].map(
    (line) => `${line.name} ${reachedWords(line, LEARNT)}.`,
  );
  return said.join(" ") || "Nothing is measured yet.";
}
