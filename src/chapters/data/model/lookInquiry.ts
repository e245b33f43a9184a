/**
 * @file Asks what follows from one sample of the size that is looked at.
 */
import { trainCount } from "../../../experiment/dataset";
import { inquire } from "../../../kit/live/model/inquire";
import type { Store } from "../../../kit/live/model/store";
import type { LookSource } from "../worker/wire";
import { boundStore, dataState } from "./boundStudy";
import { subjectOf } from "./boundSubject";

/** Returns what ends it. What cannot be computed is told of by the curve. */
export function startLookInquiry(page: Store, ask: LookSource): () => void {
  const state = dataState(page);
  return inquire(state, {
    question() {
      const subject = subjectOf(state.getState());
      const { n } = subject.request;
      return { subject, samples: trainCount({ n, trainFraction: state.getState().bound.at }) };
    },
    same: (a, b) => a.subject === b.subject && a.samples === b.samples,
    async ask({ subject, samples }) {
      const { look } = state.getState().bound;
      if (look?.subject === subject && look.samples === samples) return look;
      return { subject, samples, ...(await ask(subject.request, samples)) };
    },
    answered: (look) => boundStore(page).setState({ look }),
  });
}
