/**
 * @file Slider positions and texts of a numeric knob.
 */

import type { NumericParam } from "../../experiment/params";
import { raised } from "../../theory/raised";

/** Slider positions run from 0 to this, whatever the knob. */
export const POSITIONS = 1000;

const isLog = ({ scale }: NumericParam): boolean => scale === "log" || scale === "log-integer";

/** Whether its values are whole numbers. */
export const isWhole = ({ scale }: NumericParam): boolean =>
  scale === "integer" || scale === "log-integer";

/** A knob that may be zero has its zero at the leftmost position. */
export function toPosition(param: NumericParam, value: number): number {
  const { min, max, zero } = param;
  const start = zero !== undefined && isLog(param) ? POSITIONS / 20 : 0;
  if (value < min) return 0;
  const share = isLog(param)
    ? Math.log(value / min) / Math.log(max / min)
    : (value - min) / (max - min);
  return start + share * (POSITIONS - start);
}

const twoDigits = (value: number): number => Number(value.toPrecision(2));

/** The value at a position, rounded to what a reader would type. */
export function fromPosition(param: NumericParam, position: number): number {
  const { min, max, scale, zero } = param;
  const start = zero !== undefined && isLog(param) ? POSITIONS / 20 : 0;
  if (start > 0 && position < start / 2) return 0;
  const share = Math.max(0, position - start) / (POSITIONS - start);
  const value = isLog(param) ? min * (max / min) ** share : min + share * (max - min);
  const rounded = {
    linear: () => Math.round(value * 100) / 100,
    integer: () => Math.round(value),
    log: () => twoDigits(value),
    "log-integer": () => Math.round(twoDigits(value)),
  }[scale]();
  return Math.min(max, Math.max(min, rounded));
}

/** As it is written beside the slider. */
export function toText(param: NumericParam, value: number): string {
  const { scale, zero } = param;
  if (value === 0 && zero !== undefined) return zero;
  if (isWhole(param)) {
    const exponent = Math.log10(value);
    return value >= 10_000 && Number.isInteger(exponent) ? `10${raised(exponent)}` : String(value);
  }
  if (scale === "linear") return String(Number(value.toFixed(4)));
  return value >= 0.01 && value < 100
    ? String(Number(value.toPrecision(3)))
    : value.toExponential(1).replace("e+", "e").replace(".0e", "e");
}
