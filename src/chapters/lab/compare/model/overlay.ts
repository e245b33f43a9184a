/**
 * @file The latent space of B laid onto that of A: its rotation says nothing, so it is taken out.
 *
 * Shapes: n elements, d embedding dimensions.
 */
import { makeLatentData } from "../../../../kit/live/latentData";
import { embeddingOf, projectionOf } from "../../../../kit/live/model/selectors";
import type { LatentData } from "../../../../kit/live/view/latent";
import { memo, steady } from "../../../../kit/state/memo";
import { type Fit, procrustes } from "../../../../theory/procrustes";
import { type CompareState, lanesIn, momentOf, viewOf } from "./together";

/** Why the repons of two runs cannot be laid onto each other; null where they can. */
export function unlike(state: CompareState): string | null {
  const [a, b] = lanesIn(state).map(({ settings }) => settings);
  if (!b) return null;
  if (a.n !== b.n)
    return `A has ${a.n} elements and B has ${b.n}: they have no pairs and no repons to compare one by one.`;
  if (a.d !== b.d)
    return `The repons of A have ${a.d} ${a.d === 1 ? "coordinate" : "coordinates"} and those of B have ${b.d}: no rotation lays one onto the other.`;
  return null;
}

const fitted = memo((from: Float32Array, onto: Float32Array, d: number): Fit | null =>
  [...from, ...onto].every(Number.isFinite) ? procrustes(from, onto, d) : null,
);

const embedding = memo(embeddingOf);
const otherEmbedding = memo(embeddingOf);

/** How B's repons are best laid onto A's at the common step; null where they cannot be, or there are none yet. */
export function fitOf(state: CompareState): Fit | null {
  const [a, b] = lanesIn(state);
  const [here, there] = [momentOf(state, 0), momentOf(state, 1)];
  if (!b || !here || !there || unlike(state) !== null) return null;
  return fitted(otherEmbedding(there, b.settings), embedding(here, a.settings), a.settings.d);
}

/** Only with one coordinate are there lines of the past, which are the picture's x axis. */
const plain = makeLatentData(projectionOf);

const dressed = (() => {
  const same = steady<LatentData>();
  const places = memo(
    (
      fit: Fit,
      there: Float32Array,
      apply: (points: Float32Array, step: number) => Float32Array,
      step: number,
    ) => apply(fit.apply(there), step),
  );
  return { same, places };
})();

/** A's latent space with a ring for each repon of B, after the best rotation. */
export function overlayData(state: CompareState): LatentData | null {
  const view = viewOf(state, 0);
  const data = view && plain(view);
  const fit = fitOf(state);
  const [here, there] = [momentOf(state, 0), momentOf(state, 1)];
  const [a, b] = lanesIn(state);
  const projection = here && projectionOf(here, a.settings);
  if (!data || !fit || !there || !projection) return null;
  const partners = dressed.places(
    fit,
    otherEmbedding(there, b.settings),
    projection.apply,
    data.step,
  );
  return dressed.same({ ...data, trails: null, field: null, arrows: null, partners });
}
