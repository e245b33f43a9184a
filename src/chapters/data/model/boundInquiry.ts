/**
 * @file Asks for the curve of the chosen relation; a curve that is complete is kept for when the reader
 * comes back to it.
 */

import { inquire } from "../../../kit/live/model/inquire";
import { perPage } from "../../../kit/live/model/perPage";
import type { Store } from "../../../kit/live/model/store";
import type { BoundCurve, BoundSource } from "../worker/wire";
import { boundStore, dataState } from "./boundStudy";
import { type BoundSubject, subjectOf } from "./boundSubject";

/** Complete curves kept, the latest. */
const KEPT = 24;

const complete = perPage(() => new Map<string, BoundCurve>());

const keyOf = ({ request: { n, truth, prior, seed } }: BoundSubject): string =>
  [n, truth.join(""), prior.class, prior.classes, prior.side.join(""), seed].join(" ");

/** Returns what ends it. */
export function startBoundInquiry(page: Store, source: BoundSource): () => void {
  const state = dataState(page);
  const store = boundStore(page);
  const curves = complete(page);
  return inquire(state, {
    question() {
      const subject = subjectOf(state.getState());
      const { bound } = state.getState();
      return { subject, stopped: bound.stopped && bound.subject === subject };
    },
    same: (a, b) => a.subject === b.subject && a.stopped === b.stopped,
    presses: () => true,
    asked({ subject, stopped }) {
      if (stopped) return;
      const known = curves.get(keyOf(subject));
      const { bound } = state.getState();
      const again = bound.subject === subject;
      store.setState({
        subject,
        stopped: false,
        curve: known ?? (again ? bound.curve : null),
        status: { kind: known ? "done" : "running" },
      });
    },
    async ask({ subject, stopped }, signal) {
      if (stopped || curves.has(keyOf(subject))) return null;
      let latest: BoundCurve | null = null;
      const receive = (curve: BoundCurve) => {
        latest = curve;
        store.setState({ curve });
      };
      await source(subject.request, receive, signal);
      return latest as BoundCurve | null;
    },
    answered(curve, { subject }) {
      if (!curve) return;
      curves.set(keyOf(subject), curve);
      for (const key of curves.keys()) {
        if (curves.size <= KEPT) break;
        curves.delete(key);
      }
      store.setState({ status: { kind: "done" } });
    },
    failed: (message) => store.setState({ status: { kind: "failed", message } }),
  });
}
