/** @file What the link asked for and did not get; what went wrong with the run. */
import { useState } from "react";
import { dropGuess } from "../kit/live/guess/actions";
import { formatGuess, guessOf } from "../kit/live/guess/guess";
import { dismiss, dismissSetback } from "../kit/live/model/actions";
import { NoticeList } from "../kit/live/NoticeList";
import { usePage, usePageStore } from "../kit/live/usePage";
import { chapterOf } from "./chapters";
import { Notice } from "./Notice";
import { Newer } from "./offline/atLeisure";

export function Notices() {
  const store = usePageStore();
  const notices = usePage((state) => state.notices);
  const setback = usePage((state) => state.setback);
  const unanswered = usePage((state) => state.unanswered);
  const [put, putAway] = useState<string | null>(null);
  const stray = usePage(({ link }) => {
    const guess = guessOf(link);
    return guess && !chapterOf(link).guesses.includes(guess.kind) ? formatGuess(guess) : null;
  });
  return (
    <div className="messages">
      {notices.length > 0 && (
        <Notice title="Parts of this link could not be used." onDismiss={() => dismiss(store)}>
          <NoticeList notices={notices} />
        </Notice>
      )}
      {stray !== null && (
        <Notice
          title="This link’s guess is not about this chapter."
          onDismiss={() => dropGuess(store)}
        >
          <p>“{stray}” answers no question that is asked here; it is left out.</p>
        </Notice>
      )}
      {setback !== null && (
        <Notice title="The run met a fault and goes on." onDismiss={() => dismissSetback(store)}>
          <p>{setback}</p>
        </Notice>
      )}
      {unanswered !== null && unanswered !== put && (
        <Notice
          title="The run goes on; what its network answers is not drawn."
          onDismiss={() => putAway(unanswered)}
        >
          <p>{unanswered} It is asked again now and then.</p>
        </Notice>
      )}
      <Newer />
    </div>
  );
}
