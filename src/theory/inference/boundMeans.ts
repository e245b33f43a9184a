/**
 * @file The curve of Figure 2, averaged over the masks that have been made.
 */
import { type BoundPoint, type BoundRequest, type Mean, meanOf, sampleSize } from "./bound";

/** What the samples of one size say on average. */
export interface BoundMean {
  readonly fraction: number;
  /** m, known pairs in each sample. */
  readonly samples: number;
  /** Samples made. */
  readonly masks: number;
  /** Shares of all pairs (see `BoundPoint`); null where a sample contradicts its class. */
  readonly inferable: Mean | null;
  readonly determined: Mean | null;
  /** null also where the class has no p. */
  readonly bound: Mean | null;
  /** How many of the samples contradict their class. */
  readonly inconsistent: number;
  /** Known pairs of one of them that contradict each other: the fewest; null if none do. */
  readonly contradiction: Int32Array | null;
}

const average = (points: readonly BoundPoint[], share: "inferable" | "determined" | "bound") =>
  meanOf(points.map((point) => point[share]));

/** One entry per fraction of the request, in its order. `points` in the order they were made. */
export function boundMeans(
  { n, fractions }: Pick<BoundRequest, "n" | "fractions">,
  points: readonly BoundPoint[],
): BoundMean[] {
  const rows: BoundPoint[][] = fractions.map(() => []);
  for (const point of points) rows[point.fraction].push(point);
  return rows.map((row, i) => {
    const contradictions = row.flatMap(({ contradiction }) =>
      contradiction ? [contradiction] : [],
    );
    const shortest = contradictions.reduce<Int32Array | null>(
      (best, pairs) => (best && best.length <= pairs.length ? best : pairs),
      null,
    );
    return {
      fraction: fractions[i],
      samples: sampleSize(n, fractions[i]),
      masks: row.length,
      inferable: average(row, "inferable"),
      determined: average(row, "determined"),
      bound: average(row, "bound"),
      inconsistent: contradictions.length,
      contradiction: shortest,
    };
  });
}
