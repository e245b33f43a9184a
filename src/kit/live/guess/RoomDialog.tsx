/** @file Where a lecturer pastes what the room has sent: any text with links to guesses in it. */
import { useEffect, useRef, useState } from "react";
import { useOf, usePageStore } from "../usePage";
import { pasteRoom } from "./actions";
import type { Asked } from "./guessed";
import type { GuessQuestion, GuessState } from "./question";
import type { RoomGuesses } from "./room";
import { roomOf } from "./room";

interface Props<S extends GuessState> {
  readonly question: GuessQuestion<S>;
  readonly asked: Asked<S>;
}

export function RoomDialog<S extends GuessState>(props: Props<S>) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <button
        type="button"
        title="Guesses of the room, from the links that were sent"
        onClick={() => setShown(true)}
      >
        Room…
      </button>
      {shown && <Dialog {...props} onClose={() => setShown(false)} />}
    </>
  );
}

const links = (count: number): string => `${count} ${count === 1 ? "link" : "links"}`;

/** What was found, one clause for each kind of link that there is. */
export function foundIn({ taken, others, bare, broken, unread }: RoomGuesses): string {
  const clauses = [
    `${taken.length} ${taken.length === 1 ? "guess" : "guesses"} at this question`,
    others > 0 && `${links(others)} ${others === 1 ? "is" : "are"} about another question`,
    bare > 0 && `${links(bare)} without a guess`,
    broken > 0 && `${links(broken)} could not be read`,
    unread > 0 && `${links(unread)} after them ${unread === 1 ? "was" : "were"} left unread`,
  ];
  return `${clauses.filter(Boolean).join("; ")}.`;
}

function Dialog<S extends GuessState>({
  question,
  asked,
  onClose,
}: Props<S> & { readonly onClose: () => void }) {
  const store = usePageStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const pasted = useOf(roomOf, (room) => room.pasted);
  const found = useOf(question.of, (state) => foundIn(asked.room(state)));
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="room-dialog" onClose={onClose} aria-labelledby="room-title">
      <h2 id="room-title">Guesses of the room</h2>
      <p>
        Let everybody press “Share my guess” and send the link, to a chat, say. Then paste the whole
        chat here: the links in it are found. Nothing leaves this page.
      </p>
      <textarea
        rows={9}
        aria-label="Any text with links in it"
        value={pasted}
        onChange={(event) => pasteRoom(store, event.target.value)}
      />
      <p role="status">{pasted === "" ? "Nothing pasted yet." : found}</p>
      <footer>
        <button type="button" disabled={pasted === ""} onClick={() => pasteRoom(store, "")}>
          Forget them
        </button>
        <button type="button" className="lead" onClick={onClose}>
          Done
        </button>
      </footer>
    </dialog>
  );
}
