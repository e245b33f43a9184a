/** @file What the reader should know of a study: lost workers, results that cannot be kept. */
import { usePhases } from "./usePhases";

export function StudyNotices() {
  const notices = usePhases((now) => now.study.notices);
  if (notices.length === 0) return null;
  return (
    <ul className="study-notices" role="status">
      {[...new Set(notices)].map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  );
}
