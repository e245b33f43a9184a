/** @file When the page may be left for good: nothing is promised to run after that. */

/** Calls when the page is hidden, which is the last that a phone may say, and when it is left. */
export function whenLeaving(leave: () => void): void {
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.hidden && leave());
}
