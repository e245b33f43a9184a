/** @file What the link asked for and did not get. */
import { dismiss } from "../state/actions";
import { usePage, usePageStore } from "./StoreContext";

/** More than these are counted, not listed. */
const LISTED = 4;

export function Notices() {
  const store = usePageStore();
  const notices = usePage((state) => state.notices);
  if (notices.length === 0) return null;
  const rest = notices.length - LISTED;
  return (
    <div className="notices" role="alert">
      <div>
        <strong>Parts of this link could not be used.</strong>
        <ul>
          {notices.slice(0, LISTED).map(({ field, given, used, reason }, i) => (
            <li key={i}>
              <code>{field}</code>: “{given}” {reason}; {used} is used.
            </li>
          ))}
          {rest > 0 && <li>and {rest} more.</li>}
        </ul>
      </div>
      <button type="button" onClick={() => dismiss(store)}>
        Dismiss
      </button>
    </div>
  );
}
