/** @file Words and numbers of the chapter on pairs. */
import { raised } from "../../../theory/raised";
import type { Theory } from "../worker/wire";
import type { Scope } from "./store";

export const THEORY_NAMES: Readonly<Record<Theory, string>> = {
  alone: "Eq. 7 alone",
  drive: "with drive",
  bend: "with drive, bend",
};

/** As they stand at a curve. */
export const THEORY_SHORT: Readonly<Record<Theory, string>> = {
  alone: "Eq. 7",
  drive: "Eq. 7 + drive",
  bend: "Eq. 7 + both",
};

export const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  all: "all pairs",
  near: "nearer half",
};

/** Two digits: "0.83", "1.4·10⁻⁵". */
export function number(x: number): string {
  if (x === Infinity) return "∞";
  if (x === 0 || (Math.abs(x) >= 0.01 && Math.abs(x) < 1000))
    return String(Number(x.toPrecision(2))).replace("-", "−");
  const [mantissa, exponent] = x.toExponential(1).split("e");
  return `${mantissa.replace("-", "−").replace(".0", "")}·10${raised(Number(exponent))}`;
}

/** A correlation, or a dash where there is none. */
export const score = (r: number | null): string =>
  r === null
    ? "–"
    : (r > 0.995 ? r.toFixed(3) : r.toFixed(2)).replace(/^-(?!0\.00$)/, "−").replace(/^-/, "");
