/** @file What was asked for and could not be used, entry by entry. */
import type { Notice } from "../../experiment/settings";

/** More than these are counted, not listed. */
const LISTED = 4;

export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const rest = notices.length - LISTED;
  return (
    <ul>
      {notices.slice(0, LISTED).map(({ field, given, used, reason }, i) => (
        <li key={i}>
          <code translate="no">{field}</code>: “{given}” {reason}; {used} is used.
        </li>
      ))}
      {rest > 0 && <li>and {rest} more.</li>}
    </ul>
  );
}
