/** @file The matrix, a press on which asks about a pair; or where answers are others than in the run before. */

import { useMemo } from "react";
import { Figure } from "../../../kit/live/Figure";
import { matrixData } from "../../../kit/live/matrixData";
import { hover } from "../../../kit/live/model/actions";
import { elementNames } from "../../../kit/live/model/names";
import { matrixNumbers } from "../../../kit/live/tables";
import { useOf, usePageStore } from "../../../kit/live/usePage";
import { type MatrixData, matrix } from "../../../kit/live/view/matrix";
import { memo } from "../../../kit/state/memo";
import { makeDifferenceData } from "../compare/model/differenceData";
import { choose } from "../model/actions";
import { type AskState, askState, pairOf } from "./model/asking";
import { changedOf } from "./model/changed";

const selectWith = (changed: boolean) => {
  const difference = makeDifferenceData();
  /** The pair that is asked about is framed. */
  const marked = memo((data: MatrixData, pair: number) => ({ ...data, marked: [pair] }));
  const changes = ({ known: { now, before }, page }: AskState): MatrixData | null =>
    now && before && now.settings.n === before.settings.n
      ? difference(
          {
            settings: [now.settings, before.settings],
            predictions: [now.predictions, before.predictions],
            name: "before",
            labels: elementNames(page.link),
          },
          page.hovered,
        )
      : null;
  return (state: AskState): MatrixData | null => {
    const data = changed ? changes(state) : matrixData(state.page);
    const { x, y } = pairOf(state.page.link);
    return data && marked(data, x * data.n + y);
  };
};

export function AskMatrix({ changed }: { readonly changed: boolean }) {
  const store = usePageStore();
  const select = useMemo(() => selectWith(changed), [changed]);
  const count = useOf(askState, ({ known }) => changedOf(known)?.length ?? null);
  const n = useOf(askState, ({ page }) => page.link.settings.n);
  const nothing = changed && count === null;
  return (
    <div className="panel matrix">
      <header>
        <h2>{changed ? "Answered differently" : "Relation"}</h2>
        <span className="note">
          {changed
            ? nothing
              ? "there is no run before to hold it against"
              : `${count} of ${n * n} pairs`
            : `${n} × ${n}, press a cell to ask`}
        </span>
      </header>
      {!nothing && (
        <Figure
          key={String(changed)}
          of={askState}
          view={matrix}
          select={select}
          table={matrixNumbers}
          events={{
            onHover: (pair) => hover(store, pair === null ? [] : [...new Set([pair.x, pair.y])]),
            onPick: (pair) => choose(store, pair),
          }}
        />
      )}
    </div>
  );
}
