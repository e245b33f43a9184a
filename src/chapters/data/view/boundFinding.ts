/** @file What Figures 2 and 3 show, in sentences: how much must be known for an accuracy, by each curve. */
import { plainText } from "../../../kit/draw/table";
import { capital } from "../../../kit/draw/words";
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

/** The least of the fractions at which a line is above `level`; null where it never is. */
function crossing({ fractions, values }: Line, level: number): number | null {
  const at = Array.from(values).findIndex((value) => value > level);
  return at < 0 ? null : fractions[at];
}

/** "comes above 0.9 once 12 % of the pairs are known" */
function crossingWords(line: Line, level: number): string {
  const at = crossing(line, level);
  return at === null
    ? `stays at or below ${level} throughout`
    : `comes above ${level} once ${percent(at)} of the pairs are known`;
}

const measured = ({ values }: Line): boolean => Array.from(values).some(Number.isFinite);

export function boundFinding({ lines, level, drawing }: BoundChartData): string {
  if (drawing) return "The curve is hidden until your guess of it is shown.";
  const at = level > 0 ? level : LEARNT;
  const said = lines
    .filter(measured)
    .map((line) => `${capital(NAMES[line.kind])} ${crossingWords(line, at)}.`);
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
    (line) => `${line.name} ${crossingWords(line, LEARNT)}.`,
  );
  return said.join(" ") || "Nothing is measured yet.";
}
