/** @file What the link asked for and did not get; what went wrong with the run. */
import { type ReactNode, useState } from "react";
import { dropGuess } from "../kit/live/guess/actions";
import { formatGuess, guessOf } from "../kit/live/guess/guess";
import { dismiss, dismissSetback } from "../kit/live/model/actions";
import { usePage, usePageStore } from "../kit/live/usePage";
import { chapterOf } from "./chapters";

/** More than these are counted, not listed. */
const LISTED = 4;

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
  const rest = notices.length - LISTED;
  return (
    <div className="messages">
      {notices.length > 0 && (
        <Notice title="Parts of this link could not be used." onDismiss={() => dismiss(store)}>
          <ul>
            {notices.slice(0, LISTED).map(({ field, given, used, reason }, i) => (
              <li key={i}>
                <code translate="no">{field}</code>: “{given}” {reason}; {used} is used.
              </li>
            ))}
            {rest > 0 && <li>and {rest} more.</li>}
          </ul>
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
    </div>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}

function Notice({ title, onDismiss, children }: NoticeProps) {
  return (
    <div className="notices" role="alert">
      <div>
        <strong>{title}</strong>
        {children}
      </div>
      <button type="button" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  );
}
