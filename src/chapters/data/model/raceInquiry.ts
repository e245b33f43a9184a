/** @file Asks how soon those know all who ask about the ten numbers, while these are shown. */
import { inquire } from "../../../kit/live/model/inquire";
import { partOf } from "../../../kit/live/model/link";
import type { Store } from "../../../kit/live/model/store";
import type { RaceSource } from "../worker/wire";
import { askSubjectOf } from "./asking";
import { boundStore, dataState, type Race } from "./boundStudy";
import { DATA_PART } from "./choices";

/** Runs of each who asks. */
export const RUNS = 24;

/** Returns what ends it. */
export function startRaceInquiry(page: Store, ask: RaceSource): () => void {
  const state = dataState(page);
  const write = (race: Race) => boundStore(page).setState({ race });
  return inquire(state, {
    question() {
      const { link } = page.getState();
      return partOf(link, DATA_PART).figure === "asking" ? askSubjectOf(state.getState()) : null;
    },
    same: (a, b) => a === b,
    async ask(subject): Promise<Race> {
      const { race } = state.getState().bound;
      if (race?.subject === subject && race.failed === null) return race;
      const { n, truth, prior } = subject;
      const { seed } = page.getState().link.settings;
      return { subject, askers: await ask({ n, truth, prior, runs: RUNS, seed }), failed: null };
    },
    answered: write,
    failed: (reason, subject) => write({ subject, askers: null, failed: reason }),
  });
}
