/** @file What the reader should know of a study: lost workers, results that cannot be kept. */

import { useOf } from "../../kit/live/usePage";
import { phasesState } from "./model/phases";
export function StudyNotices() {
  const notices = useOf(phasesState, (now) => now.study.notices);
  if (notices.length === 0) return null;
  return (
    <ul className="study-notices" role="status">
      {[...new Set(notices)].map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  );
}
