/** @file Words and numbers of chapter 6. */

import type { NamedExperiment } from "../../../experiment/experimentFile";
import { type NumericParam, PARAMS } from "../../../experiment/params";
import type { Outcome } from "../../../experiment/recording";
import type { Boundary } from "../../../theory/boundary/logistic";
import type { Score } from "../../../theory/boundary/points";
import { grouped } from "../../../theory/grouped";
import type { Phase } from "../../../theory/phase";
import { raised } from "../../../theory/raised";
import type { GridAxis } from "../view/gridLayout";
import type { Movable, PhaseChoices, RuleName } from "./choices";
import { type Lattice, type LatticeAxis, latticeOf } from "./lattice";
import { isLog, type Moves, type Scored } from "./scores";

/** Two digits: "10⁻³", "3.2·10⁻⁴", "0.75", "20". */
export function value(x: number): string {
  if (x === 0 || (Math.abs(x) >= 0.02 && Math.abs(x) < 1000))
    return String(Number(x.toPrecision(2)));
  const [digits, power] = x.toExponential(1).split("e");
  return `${digits === "1.0" ? "" : `${digits.replace(".0", "")}·`}10${raised(Number(power))}`;
}

/** Rich text. */
export const symbolOf = (key: LatticeAxis["key"]): string => {
  const [base, subscript] = PARAMS[key].symbol as readonly [string, string?];
  return subscript ? `${base}_{${subscript}}` : base;
};

/** The axis as the picture takes it. */
export function gridAxis(axis: LatticeAxis): GridAxis {
  const { label, zero } = PARAMS[axis.key] as NumericParam;
  return {
    name: `${label} ${symbolOf(axis.key)}`,
    values: axis.values,
    log: isLog(axis),
    ...(zero !== undefined && { zero }),
  };
}

/** Rich text: "η_{enc}" for a rate or a decay, "width" elsewhere. */
const nameOf = (key: LatticeAxis["key"]): string =>
  PARAMS[key].symbol.length > 1 ? symbolOf(key) : PARAMS[key].label;

/** Rich text: "η_{enc} 10⁻³", "width 20". */
export const shortText = ({ key }: LatticeAxis, at: number): string => {
  const { zero } = PARAMS[key] as NumericParam;
  return `${nameOf(key)} ${at === 0 && zero !== undefined ? zero : value(at)}`;
};

/** "encoder rate 10⁻³". */
export const knobText = ({ key }: LatticeAxis, at: number): string => {
  const { label, zero } = PARAMS[key] as NumericParam;
  return `${label} ${at === 0 && zero !== undefined ? zero : value(at)}`;
};

/** What the plane is to tell. */
export function titleOf({ figure, x, y, picture }: PhaseChoices): string {
  if (picture === "even") return "One boundary for all?";
  if (picture === "classes") return "Does meeting mean learning?";
  const plane = figure === "here" ? `${x} ${y}` : figure;
  if (/^figure-5|^encoderRate decoderRate$/.test(plane)) return "Which rate wins?";
  return /^figure-6|^decoderDecay/.test(plane) ? "Does decay matter?" : "Where is the boundary?";
}

/** "9 × 9 cells, 2 seeds each, 100,000 steps". */
export function gridSize({ experiment }: NamedExperiment): string {
  const lattice = latticeOf(experiment);
  if (!lattice) return "";
  const { x, y, seeds } = lattice;
  const each = seeds.length === 1 ? "1 seed" : `${seeds.length} seeds`;
  return `${x.values.length} × ${y.values.length} cells, ${each} each, ${grouped(experiment.base.steps)} steps`;
}

/** A rule's name in a plane of two knobs. Rich text. */
export function ruleName({ rule, moves }: Scored, { x, y }: Pick<Lattice, "x" | "y">): string {
  const names: Readonly<Record<RuleName, string>> = {
    ratio: "ratio",
    product: "product",
    paper: "first version: product ≤ 10⁻⁷",
    second: "second version, as cited by others",
    fit: "fitted line",
    height: `one ${nameOf(y.key)}`,
    columns: `own ${nameOf(y.key)} each`,
    across: `one ${nameOf(x.key)}`,
    majority: "the majority",
  };
  return moves?.slid ? `${names[rule]}, yours` : names[rule];
}

/** What a rule with a threshold says, up to the threshold. Rich text. */
export function ruleSays({ rule, direction }: Moves, { x, y }: Pick<Lattice, "x" | "y">): string {
  const compared: Readonly<Record<Movable, string>> = {
    ratio: "η_{enc} / η_{dec}",
    product: "η_{enc} · η_{dec}",
    height: nameOf(y.key),
    across: nameOf(x.key),
  };
  return `learns where ${compared[rule]} ${direction.side === "above" ? "≥" : "≤"}`;
}

/** A rule's name at its line, in the parts in which it can be broken. Rich text. */
export function lineName(
  rule: RuleName,
  { x, y }: Pick<Lattice, "x" | "y">,
  fit: Boundary | null,
): readonly string[] {
  const names: Readonly<Record<RuleName, readonly string[]>> = {
    ratio: ["ratio rule,", "slope +1"],
    product: ["product rule,", "slope −1"],
    paper: ["first version,", "product 10^{−7}"],
    second: ["second version,", "as cited by others"],
    fit: ["fitted", "slope", ...(fit ? [withError(fit.slope, fit.standardError)] : [])],
    height: [`one ${nameOf(y.key)}`, "for all"],
    across: [`one ${nameOf(x.key)}`, "for all"],
    columns: [],
    majority: [],
  };
  return names[rule];
}

export const percent = ({ right, of }: Score): string =>
  of === 0 ? "–" : `${Math.round((100 * right) / of)} %`;

/** "+1.30 ± 0.20", as many digits as the error allows. */
export function withError(x: number, error: number): string {
  const digits = error < 0.095 ? 2 : 1;
  return `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(digits)} ± ${error.toFixed(digits)}`;
}

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  generalisation: "generalisation",
  grokking: "grokking",
  memorisation: "memorisation",
  confusion: "confusion",
};

const reached = (step: number | null): string => (step === null ? "never" : `at ${grouped(step)}`);

/** What became of one network. */
export const outcomeText = (outcome: Outcome): string =>
  `${PHASE_NAMES[outcome.phase]}; train above 0.9 ${reached(outcome.stepsToTrain)}, test ${reached(outcome.stepsToTest)}; ` +
  `${outcome.trainAccuracy.toFixed(2)} and ${outcome.testAccuracy.toFixed(2)} at step ${grouped(outcome.steps)}` +
  (outcome.fellBack ? ", fallen back" : "") +
  (outcome.diverged ? ", diverged" : "");
