/** @file What the reader should know of a study: lost workers, results that cannot be kept. */

import { useOf } from "../../kit/live/usePage";
import { noticesOf } from "../../kit/study/model/studyState";
import { phasesState } from "./model/phases";

export function StudyNotices() {
  const notices = useOf(phasesState, ({ study }) => study.notices);
  const unkept = useOf(phasesState, ({ study }) => study.unkept);
  const all = noticesOf({ notices, unkept });
  if (all.length === 0) return null;
  return (
    <ul className="study-notices" role="status">
      {all.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  );
}
