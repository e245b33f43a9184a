/**
 * @file Numbers in the words of the pictures of pairs, and what becomes of a pair.
 */
import { grouped } from "../../../theory/grouped";
import type { PairTrackData } from "./pairTrackLayout";

export const degrees = (radians: number): string => `${((radians * 180) / Math.PI).toFixed(0)}°`;
/** A factor of at least 1. */
export const factor = (x: number): string =>
  x === Infinity ? "∞" : x < 10 ? x.toFixed(2) : x < 1000 ? x.toFixed(0) : "over 1,000";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const raised = (power: string): string =>
  [...power].map((c) => (c === "-" ? "⁻" : RAISED[Number(c)])).join("");

/** A distance in two or three digits. */
export function small(x: number): string {
  if (x === 0) return "0";
  if (x === Infinity) return "∞";
  if (x >= 0.01) return x < 1000 ? x.toFixed(3) : x.toExponential(1).replace("e+", "e");
  const [digits, power] = x.toExponential(1).split("e");
  return `${digits}·10${raised(power)}`;
}

/** Where a followed pair ends, as predicted and in the network. */
export function outcomeOf({
  times,
  actual,
  predicted,
  theory,
  error,
  guessed,
}: PairTrackData): string {
  const end = times.length - 1;
  const foretold = `${theory} at ${small(predicted.separation[end])}`;
  return guessed?.open
    ? `After ${grouped(times[end])} steps ${theory} has them at ${small(predicted.separation[end])}; the network is hidden until the guess is revealed.`
    : `After ${grouped(times[end])} steps the network has them at ${small(actual.separation[end])}, ${foretold}: off by a factor of ${factor(error[end])}.`;
}
