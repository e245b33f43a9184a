/** @file The links that are shared of what the page shows. */
import { exactLink } from "../../kit/live/model/exact";
import type { Link } from "../../kit/live/model/link";
import { shown } from "../../kit/live/model/selectors";
import type { State } from "../../kit/live/model/store";
import { sharedUrl, urlOf } from "../../kit/live/model/url";

/** What is about this window alone is not shared: whom it is for, its deck, its workers. */
function forReaders({ deck: _, workers: __, ...link }: Link): Link {
  return { ...link, profile: "reader" };
}

/** Without the claim about another moment. */
function unclaimed({ exact: _, ...link }: Link): Link {
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

/** Trains from the first step to the end. */
export const startLink = ({ link }: State): Link => ({ ...unclaimed(forReaders(link)), at: null });

/** Replays to the step that is shown on the exact engine and compares; null where no such claim can be made. */
export function exactMoment(state: State): Link | null {
  const { exact, history } = state;
  const snapshot = shown(state);
  return exact && history && snapshot ? exactLink(forReaders(state.link), history, snapshot) : null;
}

/** The address of a link, for others. */
export const address = (link: Link, { codec }: State): string => sharedUrl(link, codec);

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** HTML that frames the open chapter's picture at the shown moment (docs/embedding.md). */
export function embedSnippet(state: State, title: string): string {
  const link = momentLink(state);
  const embed = { picture: link.chapter, show: [], lock: [] };
  const source = urlOf({ ...link, embed }, state.codec);
  return `<iframe src="${escaped(source)}" title="${escaped(title)}" width="640" height="400" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
}
