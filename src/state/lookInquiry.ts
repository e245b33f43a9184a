/**
 * @file Asks what follows from one sample of the size that is looked at: one question at a time, the
 * newest next.
 */
import { trainCount } from "../experiment/dataset";
import type { LookSource } from "../run/bound";
import { type BoundSubject, boundSubject } from "./boundStudy";
import type { Store } from "./store";

/** Returns what ends it. */
export function startLookInquiry(store: Store, ask: LookSource): () => void {
  let asked: { readonly subject: BoundSubject; readonly samples: number } | null = null;
  let busy = false;
  let ended = false;

  async function look(): Promise<void> {
    const { link, bound } = store.getState();
    if (busy || ended || link.chapter !== "data") return;
    const subject = boundSubject(link.settings, link.data.class);
    const samples = trainCount({ n: subject.request.n, trainFraction: bound.at });
    if (asked?.subject === subject && asked.samples === samples) return;
    asked = { subject, samples };
    busy = true;
    try {
      const seen = { subject, samples, ...(await ask(subject.request, samples)) };
      if (!ended) store.setState((state) => ({ bound: { ...state.bound, look: seen } }));
    } catch {
      // The picture waits for the next question; what cannot be computed is told of by the curve.
    }
    busy = false;
    void look();
  }

  const unsubscribe = store.subscribe(() => void look());
  void look();
  return () => {
    ended = true;
    unsubscribe();
  };
}
