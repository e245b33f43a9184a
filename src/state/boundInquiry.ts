/**
 * @file Asks for the curve of the chosen relation while its chapter is open; a curve that is complete
 * is kept for when the reader comes back to it.
 */
import type { BoundCurve, BoundSource } from "../run/bound";
import { type BoundStudy, type BoundSubject, boundSubject } from "./boundStudy";
import type { Store } from "./store";

/** Complete curves kept, the latest. */
const KEPT = 24;

const keyOf = ({ request: { n, truth, prior, seed } }: BoundSubject): string =>
  [n, truth.join(""), prior.class, prior.classes, prior.side.join(""), seed].join(" ");

/** Returns what ends it. */
export function startBoundInquiry(store: Store, ask: BoundSource): () => void {
  const complete = new Map<string, BoundCurve>();
  let asked: BoundSubject | null = null;
  let work: AbortController | null = null;

  const write = (changes: Partial<BoundStudy>) =>
    store.setState(({ bound }) => ({ bound: { ...bound, ...changes } }));

  function rest(): void {
    work?.abort();
    work = null;
    asked = null;
  }

  function look(): void {
    const { link, bound } = store.getState();
    const subject = boundSubject(link.settings, link.data.class);
    const stopped = bound.stopped && bound.subject === subject;
    if (link.chapter === "data" && !stopped && subject === asked) return;
    rest();
    if (link.chapter !== "data" || stopped) return;
    asked = subject;
    const known = complete.get(keyOf(subject));
    write({
      subject,
      stopped: false,
      curve: known ?? (bound.subject === subject ? bound.curve : null),
      status: { kind: known ? "done" : "running" },
      ...(bound.guess?.drawing || bound.subject === subject ? {} : { guess: null }),
    });
    if (!known) void compute(subject);
  }

  async function compute(subject: BoundSubject): Promise<void> {
    const mine = new AbortController();
    work = mine;
    let latest: BoundCurve | null = null;
    const receive = (curve: BoundCurve) => {
      latest = curve;
      write({ curve });
    };
    try {
      await ask(subject.request, receive, mine.signal);
      if (mine.signal.aborted || !latest) return;
      work = null;
      complete.set(keyOf(subject), latest);
      for (const key of complete.keys()) {
        if (complete.size <= KEPT) break;
        complete.delete(key);
      }
      write({ status: { kind: "done" } });
    } catch (error) {
      if (mine.signal.aborted) return;
      work = null;
      write({
        status: { kind: "failed", message: error instanceof Error ? error.message : String(error) },
      });
    }
  }

  const unsubscribe = store.subscribe(look);
  look();
  return () => {
    unsubscribe();
    rest();
  };
}
