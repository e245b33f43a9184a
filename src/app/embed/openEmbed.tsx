/** @file The page where its link embeds one picture: no address is written, no keys are bound. */
import { createRoot } from "react-dom/client";
import type { Player } from "../../kit/live/chapter";
import { startInquiry } from "../../kit/live/model/inquiry";
import { bindPlayer } from "../../kit/live/model/player";
import { fetchProjection } from "../../kit/live/model/projection";
import type { Store } from "../../kit/live/model/store";
import { followUrl } from "../../kit/live/model/url";
import { bindPointing } from "../../kit/live/pointing";
import { StoreProvider } from "../../kit/live/usePage";
import { openProber } from "../../kit/live/workers";
import type { Hold } from "../../run/hold";
import { portProbe } from "../../run/probe";
import { bindAppearance } from "../appearance";
import { opened, ownerOf } from "../chapters";
import { watchAttention } from "./attention";
import { answerTo, embedded } from "./commands";
import { Embed } from "./Embed";
import { giveKeysBack, hearParent } from "./parent";
import { pictureOf, RUN } from "./pictures";

/** Draws one picture around a run that is under way. */
export function openPage(store: Store, { hold }: Hold): void {
  const attention = watchAttention(document.documentElement);
  bindAppearance(store, document.documentElement);
  followUrl(store, embedded);
  bindPlayer(store, attention.frame);
  fetchProjection(store);
  bindPointing(store, document.documentElement);
  startInquiry(store, portProbe(openProber));
  giveKeysBack();
  let player: Player | null = null;
  const rest = () => {
    hold(attention.resting() || player !== RUN);
    player?.hold?.(store, attention.resting());
  };
  const look = () => {
    const { link } = store.getState();
    opened(ownerOf(link)).then(
      (loaded) => {
        player = pictureOf(link, loaded).player;
        rest();
      },
      () => {}, // Told in its place.
    );
  };
  look();
  attention.subscribe(rest);
  store.subscribe(({ link }, before) => {
    if (link !== before.link) look();
  });
  hearParent((data) => answerTo({ store, attention, player: () => player }, data));
  createRoot(document.getElementById("page") as HTMLElement).render(
    <StoreProvider value={store}>
      <Embed attention={attention} />
    </StoreProvider>,
  );
}
