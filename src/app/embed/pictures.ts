/** @file Which picture an embed is, what plays in it, and what is said of it. */
import type { Chapter, Player } from "../../kit/live/chapter";
import { reset, setPlaying } from "../../kit/live/model/actions";
import type { Link } from "../../kit/live/model/link";
import { perPage } from "../../kit/live/model/perPage";
import { isOver, isPlaying } from "../../kit/live/model/selectors";
import { derive } from "../../kit/state/join";

/** The page's run. */
export const RUN: Player = {
  of: perPage((page) => derive(page, (state) => ({ playing: isPlaying(state) }))),
  play(page, playing) {
    if (playing && isOver(page.getState())) reset(page);
    setPlaying(page, playing);
  },
  restart: reset,
};

type Loaded = Awaited<ReturnType<Chapter["load"]>>;

/** A picture of what was loaded of its owner, and its player; null where nothing plays in it. */
export function pictureOf(link: Link, { Hero, pictures, player }: Loaded) {
  const Single = pictures?.[link.embed?.picture ?? ""];
  return {
    Picture: Single ?? Hero,
    player: Single || player === undefined ? RUN : player,
  };
}
