/** @file What is loaded once for all, but for a failure, which is not kept for good. */

/** Milliseconds for which a failure stands. */
const REST = 2000;

/** The one result of `load`; where it has failed, a later call tries anew. */
export function retried<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    if (kept) return kept;
    kept = load();
    kept.catch(() =>
      setTimeout(() => {
        kept = null;
      }, REST),
    );
    return kept;
  };
}
