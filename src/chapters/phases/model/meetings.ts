/**
 * @file Whether the classes of each network's repons have met, from what was kept of its last step. Measured
 * while the picture is open, a few networks at a time.
 */
import { createStore } from "zustand/vanilla";
import { relationClasses } from "../../../experiment/dataset";
import { perPage } from "../../../kit/live/model/perPage";
import type { Store } from "../../../kit/live/model/store";
import { turn } from "../../../kit/state/turn";
import type { Result } from "../../../kit/study/model/result";
import type { Study } from "../../../kit/study/model/study";
import type { StudyState } from "../../../kit/study/model/studyState";
import { type Meeting, meetingOf } from "../../../theory/meeting";

/** By the results of the networks that they are of: another result of the same network is measured anew. */
export type Known = ReadonlyMap<Result, Meeting>;

export interface Meetings {
  readonly known: Known;
  readonly problem: string | null;
}

const NONE: Meetings = { known: new Map(), problem: null };
export const meetingsStore = perPage(() => createStore<Meetings>(() => NONE));

/** Networks measured without a pause: some 0.2 ms each. */
const CHUNK = 30;

/** Keeps the meetings those of the study's finished networks. Returns what ends it. */
export function bindMeetings(page: Store, { store: study, histories }: Study): () => void {
  const store = meetingsStore(page);
  let asked: StudyState["results"] | null = null;
  async function measure({ results, settings }: StudyState): Promise<void> {
    const before = store.getState().known;
    const known = new Map<Result, Meeting>();
    const tell = () => store.setState({ known: new Map(known), problem: null });
    let fresh = 0;
    for (const [replica, result] of results.entries()) {
      const classes = result?.outcome ? relationClasses(settings[replica]) : null;
      if (!result || !classes) continue;
      const kept = before.get(result);
      if (kept) {
        known.set(result, kept);
        continue;
      }
      const last = (await histories(replica)).at(-1);
      if (asked !== results) return;
      if (last) known.set(result, meetingOf(last.embedding, settings[replica].d, classes));
      if (++fresh % CHUNK > 0) continue;
      tell();
      await turn();
      if (asked !== results) return;
    }
    if (fresh % CHUNK > 0 || known.size < before.size) tell();
  }
  const look = (now: StudyState) => {
    if (now.results === asked) return;
    asked = now.results;
    measure(now).catch((error: Error) => {
      if (asked === now.results) store.setState({ problem: error.message });
    });
  };
  look(study.getState());
  const unsubscribe = study.subscribe(look);
  return () => {
    asked = null;
    unsubscribe();
  };
}
