/** @file The links that are shared of what the page shows. */
import { exactLink } from "../../kit/live/model/exact";
import type { Link } from "../../kit/live/model/link";
import { forReaders, momentLink, unclaimed } from "../../kit/live/model/moment";
import { shown } from "../../kit/live/model/selectors";
import type { State } from "../../kit/live/model/store";
import { urlOf } from "../../kit/live/model/url";

/** Trains from the first step to the end. */
export const startLink = ({ link }: State): Link => ({ ...unclaimed(forReaders(link)), at: null });

/** Replays to the step that is shown on the exact engine and compares; null where no such claim can be made. */
export function exactMoment(state: State): Link | null {
  const { exact, history } = state;
  const snapshot = shown(state);
  return exact && history && snapshot ? exactLink(forReaders(state.link), history, snapshot) : null;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** HTML that frames the open chapter's picture at the shown moment (docs/embedding.md). */
export function embedSnippet(state: State, title: string): string {
  const link = momentLink(state);
  const embed = { picture: link.chapter, show: [], lock: [] };
  const source = urlOf({ ...link, embed }, state.codec);
  return `<iframe src="${escaped(source)}" title="${escaped(title)}" width="640" height="400" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
}
