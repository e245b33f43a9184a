/**
 * @file Whether an embedded picture works: it rests while nobody can see it, and while the page around it
 * says so. What its reader has chosen to play goes on after that.
 */

export interface Attention {
  /** Out of sight: scrolled away, on a hidden page, or without a size. */
  readonly away: () => boolean;
  /** Out of sight, or told to rest. */
  readonly resting: () => boolean;
  /** What the page around it says. */
  suspend(suspended: boolean): void;
  /** Returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** Animation frames that come only while it works, on a clock (ms) that stands still meanwhile. */
  frame(next: (now: number) => void): void;
}

export function watchAttention(root: Element): Attention {
  let unseen = false;
  let suspended = false;
  let was = false;
  let since = 0;
  let lost = 0;
  const listeners = new Set<() => void>();
  const waiting = new Set<(now: number) => void>();
  const away = () => unseen || document.hidden;
  const resting = () => away() || suspended;
  const frame: Attention["frame"] = (next) => {
    if (resting()) waiting.add(next);
    else requestAnimationFrame((now) => next(now - lost));
  };
  const changed = () => {
    if (resting() !== was) {
      was = resting();
      if (was) since = performance.now();
      else lost += performance.now() - since;
    }
    if (!was) {
      for (const next of waiting) frame(next);
      waiting.clear();
    }
    for (const listener of listeners) listener();
  };
  new IntersectionObserver(([entry]) => {
    unseen = !entry.isIntersecting;
    changed();
  }).observe(root);
  document.addEventListener("visibilitychange", changed);
  return {
    away,
    resting,
    frame,
    suspend(next) {
      suspended = next;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
