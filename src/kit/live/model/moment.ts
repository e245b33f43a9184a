/** @file The moment that is shown, as a link for others. */
import type { Link } from "./link";
import { shown } from "./selectors";
import type { State } from "./store";
import { sharedUrl } from "./url";

/** What is about this window alone is not shared: whom it is for, its deck, its workers. */
export function forReaders({ deck: _, workers: __, ...link }: Link): Link {
  return { ...link, profile: "reader" };
}

/** Without the claim about another moment. */
export function unclaimed({ exact: _, ...link }: Link): Link {
  return link;
}

/** Whether what is shown is a moment of the page's run. */
export const hasRun = ({ rests, link }: State): boolean => !rests(link);

/** Opens at the step that is shown, and rests there. */
export function momentLink(state: State): Link {
  const link = forReaders(state.link);
  const snapshot = hasRun(state) ? shown(state) : null;
  if (!snapshot || snapshot.step === link.at) return link;
  return { ...unclaimed(link), at: snapshot.step };
}

/** The address of a link, for others. */
export const address = (link: Link, { codec }: State): string => sharedUrl(link, codec);
