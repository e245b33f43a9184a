/**
 * @file The page's studies, on one pool: one for each group of figures that is shown at once, so four
 * for the four relations of Figure 4. `own` is the reader's network beside those of Figure 3. Their
 * training rests while another chapter is open.
 */
import { FIGURE_4_RELATIONS, type Figure4Relation } from "../experiment/figure4";
import type { ChapterId } from "../experiment/link";
import type { Store } from "./store";
import { createStudy, type Study, type StudyPlace } from "./study";

type StudyName = "data" | "own" | "phases" | `depth ${Figure4Relation}`;

const STUDIES: readonly StudyName[] = [
  "data",
  "own",
  "phases",
  ...FIGURE_4_RELATIONS.map((relation): StudyName => `depth ${relation}`),
];
export type Studies = Readonly<Record<StudyName, Study>>;

export const createStudies = (place: StudyPlace): Studies =>
  Object.fromEntries(STUDIES.map((name) => [name, createStudy(place)])) as unknown as Studies;

/** Where a study is looked at. */
const chapterOf = (name: StudyName): ChapterId =>
  name === "phases" ? "phases" : name === "data" || name === "own" ? "data" : "depth";

/** Shows each study while its chapter is open. Returns what ends it. */
export function bindStudies(store: Store, studies: Studies): () => void {
  const look = ({ link: { chapter } }: ReturnType<Store["getState"]>) => {
    // Those that are left first: one pool trains one study at a time.
    for (const shown of [false, true])
      for (const name of STUDIES)
        if ((chapterOf(name) === chapter) === shown) studies[name].show(shown);
  };
  look(store.getState());
  return store.subscribe((state, before) => {
    if (state.link.chapter !== before.link.chapter) look(state);
  });
}
