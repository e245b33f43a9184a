/**
 * @file What a class of relations makes of a sample.
 */
import type { Consequence, Draw, Sample } from "./sample";

export interface Rule {
  /** Whether some member of the class agrees with the sample. */
  readonly consistent: (sample: Sample) => boolean;
  /** What all members that agree with a consistent sample have in common, and how the rest splits. */
  readonly follow: (sample: Sample, draw: Draw) => Consequence;
}
