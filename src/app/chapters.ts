/** @file The page's chapters in their order, and the links that they make. */

import type { Chapter } from "../kit/live/chapter";
import { GUESS_PART } from "../kit/live/guess/guess";
import { makeCodec } from "../kit/live/model/codec";
import type { Link } from "../kit/live/model/link";
import { LOOK_PART } from "../kit/live/model/look";
import { NAMES_PART } from "../kit/live/model/names";
import { partOnce } from "../kit/live/part";
import * as list from "./list";

export const CHAPTERS: readonly Chapter[] = Object.values<Chapter>(list).sort(
  (a, b) => a.number - b.number,
);

export const codec = makeCodec(CHAPTERS, [LOOK_PART, NAMES_PART, GUESS_PART]);

/** The chapter that a link opens; the first where it names none of the page's. */
export const chapterOf = ({ chapter }: Pick<Link, "chapter">): Chapter =>
  CHAPTERS.find(({ id }) => id === chapter) ?? CHAPTERS[0];

/** The chapter that has the picture which a link embeds alone: the open one, or another whose picture of the run it is. */
export const ownerOf = (link: Link): Chapter =>
  CHAPTERS.find(({ pictures }) => link.embed && pictures?.includes(link.embed.picture)) ??
  chapterOf(link);

/** Whether the page's run rests where a link looks; pictures of it alone are never without it. */
export const rests = (link: Link): boolean =>
  !chapterOf(link).live && ownerOf(link) === chapterOf(link);

const loading = new Map<string, Chapter["load"]>();

/** A chapter's code, fetched once; what does not come is told of, and asked for until it does. */
export function opened({ id, load }: Chapter): ReturnType<Chapter["load"]> {
  const coming = loading.get(id) ?? partOnce(load);
  loading.set(id, coming);
  return coming();
}

/** The paper's defaults in the first chapter, outside of the story. */
export const HOME = codec.bare;
