/** @file The page's run rests while nobody can see the page; what the reader has chosen to play goes on after that. */
import type { Hold } from "../run/hold";

/** What of a document tells whether it is seen. */
type Seen = Pick<Document, "hidden" | "addEventListener">;

export function bindSight({ hold }: Pick<Hold, "hold">, page: Seen = document): void {
  const look = () => hold(page.hidden);
  page.addEventListener("visibilitychange", look);
  look();
}
