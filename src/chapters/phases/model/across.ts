/**
 * @file All recordings of Figure 5 beside each other: where each has even odds. They are fetched and fitted
 * one after the other while their picture is open, and kept while the page is.
 */
import { createStore } from "zustand/vanilla";
import type { Recording } from "../../../experiment/recording";
import { type Link, partOf } from "../../../kit/live/model/link";
import { perPage } from "../../../kit/live/model/perPage";
import type { Store } from "../../../kit/live/model/store";
import { memo } from "../../../kit/state/memo";
import { turn } from "../../../kit/state/turn";
import { recordingsOf } from "../../../kit/study/model/studies";
import { evenOdds } from "../../../theory/boundary/evenOdds";
import { SECOND_RATIO } from "../../../theory/boundary/threshold";
import { RELATIONS } from "../../../theory/relation";
import type { EvenOddsData, EvenRow } from "../view/evenRow";
import { FIGURES, type FigureName, PHASES_PART } from "./choices";
import { latticeOf } from "./lattice";
import { pointsOf } from "./scores";

/** The figures in the plane of the two rates. */
export const RATE_FIGURES = (Object.keys(FIGURES) as FigureName[]).filter((name) =>
  name.startsWith("figure-5"),
);

/** Rows by the names of their recordings, as they become known. */
export type Across = Readonly<Partial<Record<FigureName, EvenRow>>>;
export const acrossStore = perPage(() => createStore<Across>(() => ({})));

export function evenRow({ name, experiment, outcomes }: Recording): EvenRow {
  const { relation, batch } = experiment.base;
  const lattice = latticeOf(experiment);
  const phases = outcomes.map(({ phase }) => phase);
  const even = lattice && evenOdds(pointsOf(lattice, phases));
  return {
    id: name,
    name: RELATIONS[relation].label.replace("equal ", ""),
    training: batch === 0 ? "full batch" : `batch ${batch}`,
    even,
    why: even ? "" : "its cells are all on one side",
  };
}

const unknown = (id: FigureName, why: string): EvenRow => ({
  id,
  name: FIGURES[id].replace("Figure 5, ", ""),
  training: "",
  even: null,
  why,
});

/** Fetches what is not known yet; each fit takes some 30 ms, and the page breathes between two. Returns what ends it. */
export function bindAcross(page: Store): () => void {
  const store = acrossStore(page);
  const abort = new AbortController();
  const fetchAll = async () => {
    for (const name of RATE_FIGURES) {
      if (store.getState()[name]?.even) continue;
      const row = await recordingsOf(page, [name], abort.signal).then(
        ([recording]) => evenRow(recording),
        (error: Error) => unknown(name, error.message),
      );
      if (abort.signal.aborted) return;
      store.setState({ [name]: row });
      await turn();
    }
  };
  void fetchAll();
  return () => abort.abort();
}

/** From the relation whose even odds are lowest; what is not known comes last. */
const rowsOf = memo((across: Across): EvenRow[] =>
  RATE_FIGURES.map((name) => across[name] ?? unknown(name, "is being fetched")).sort(
    (a, b) => (a.even?.ratio ?? Infinity) - (b.even?.ratio ?? Infinity),
  ),
);

const dataOf = memo(
  (across: Across, chosen: FigureName): EvenOddsData => ({
    rows: rowsOf(across),
    chosen,
    claimed: 10 ** -SECOND_RATIO,
  }),
);

export const selectEvenOdds = ({
  page,
  across,
}: {
  readonly page: { readonly link: Link };
  readonly across: Across;
}): EvenOddsData => dataOf(across, partOf(page.link, PHASES_PART).figure);
