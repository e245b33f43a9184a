/** @file Table 2's data, from the state. */

import { memo } from "../../../kit/state/memo";
import { CLASSES } from "../../../theory/className";
import type { Table2Data } from "../view/table2";
import { canBeKnown, descriptionOf } from "./boundFacts";
import type { DataState } from "./boundStudy";
import { type BoundSubject, subjectOf } from "./boundSubject";
import { CLASS_NAMES } from "./choices";
import { tableWords } from "./words";

const tableFor = memo((subject: BoundSubject): Table2Data => {
  const { n, prior } = subject.request;
  return {
    most: n * n,
    rows: CLASSES.map((name) => {
      const chosen = name === prior.class;
      const row = descriptionOf(subject, name);
      const allowed = canBeKnown(name, subject);
      return {
        id: name,
        name: CLASS_NAMES[name],
        paper: row.paper,
        count: row.count,
        relabellings: row.relabellings,
        chosen,
        own: name === subject.family,
        allowed,
        words: `${tableWords(row)}${allowed ? "" : " Its two sides would have to be given, and this relation has none."}`,
      };
    }),
  };
});

export const selectTable = (state: DataState): Table2Data => tableFor(subjectOf(state));
