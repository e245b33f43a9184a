/** @file Runs that differ in their seed alone as rows of a table: a curve, a place on its axis, a seed, a value. */
import { type Cell, column } from "../../draw/table";
import type { SeedCurve } from "./seedCurves";

/** Of `seedRows`, whose axis is named `x`. */
export const seedColumns = (x: string, description: string, unit?: string) => [
  column("curve", "Which curve the point is of."),
  column(x, description, unit),
  column("seed", "Its place among the seeds, from the lowest value, at 0; empty on a line."),
  column("accuracy", "Accuracy of the network, or the value of the line."),
  column("finished", "1 where the run has ended; empty on a line."),
];

/** A row for each dot; `at` gives what its x means. */
export const seedRows = (
  curves: readonly SeedCurve[],
  at: (x: number) => number = (x) => x,
): Cell[][] =>
  curves.flatMap(({ name, dots }) =>
    dots.map(({ x, rank, value, finished }) => [name, at(x), rank, value, finished ? 1 : 0]),
  );
