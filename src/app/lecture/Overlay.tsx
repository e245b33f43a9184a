/** @file What lies over a lecture's page. */
import { useState } from "react";
import { address, momentLink } from "../../kit/live/model/moment";
import { usePage, usePageStore } from "../../kit/live/usePage";
import { QrCode } from "../../kit/ui/QrCode";
import { CHAPTERS } from "../chapters";
import { HelpDialog } from "../help/HelpDialog";
import { type KeyRows, Keys } from "../help/Keys";
import { KeySetting } from "../KeySetting";
import { DeckMaker } from "./DeckMaker";
import { Ink } from "./Ink";
import type { Overlay as Kind, Overlays } from "./overlays";

const KEYS: KeyRows = [
  ["→, page down, space", "the answer, then the next scene"],
  ["←, page up", "back"],
  ["home, end", "first and last scene"],
  [`1 … ${CHAPTERS.length}`, "a chapter"],
  ["p", "play, pause"],
  ["b", "a black page"],
  ["d", "draw; it fades"],
  ["q", "a code of this page for the room"],
  ["s", "the speaker’s window"],
  ["k", "choose the scenes of the deck"],
  ["f", "full screen"],
  ["l, escape", "leave the lecture"],
];

/** What the room scans to have before it what is shown. */
function Code({ onClose }: { readonly onClose: () => void }) {
  const page = usePageStore();
  const [value] = useState(() => address(momentLink(page.getState()), page.getState()));
  return (
    <dialog open className="lecture-code" aria-label="A code of this page for the room">
      <QrCode value={value} label="QR code of the link to this moment" />
      <button type="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}

export function Overlay({
  overlays,
  shown,
}: {
  readonly overlays: Overlays;
  readonly shown: Kind;
}) {
  const close = () => overlays.close();
  const lectures = usePage(({ link }) => link.profile === "lecture");
  switch (shown) {
    case "blank":
      return (
        <button
          type="button"
          className="blank"
          aria-label="Black page; press to show the lecture"
          onClick={close}
        />
      );
    case "pen":
      return <Ink />;
    case "code":
      return <Code onClose={close} />;
    case "deck":
      return <DeckMaker onClose={close} />;
    case "keys":
      return !lectures ? (
        <HelpDialog onClose={close} />
      ) : (
        <dialog open className="lecture-keys" aria-label="Keys of the lecture">
          <Keys rows={KEYS} />
          <KeySetting />
          <button type="button" onClick={close}>
            Close
          </button>
        </dialog>
      );
    default:
      return shown satisfies never;
  }
}
