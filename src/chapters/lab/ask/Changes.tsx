/** @file Which answers have changed since the run before: pairs were left out, or a knob was turned. */
import { useMemo } from "react";
import { elementNames } from "../../../kit/live/model/names";
import { useOf, usePage, usePageStore } from "../../../kit/live/usePage";
import { memo } from "../../../kit/state/memo";
import { choose } from "../model/actions";
import { type AskState, askState, type Known } from "./model/asking";
import { changedOf, changedWords } from "./model/changed";

/** How many are listed. */
const FIRST = 6;

export function Changes() {
  const store = usePageStore();
  const select = useMemo(() => {
    const of = memo((known: Known) => changedOf(known));
    return ({ known }: AskState) => of(known);
  }, []);
  const changed = useOf(askState, select);
  const names = usePage(({ link }) => elementNames(link));
  const words = useOf(askState, ({ known }) => changedWords(known, changed?.length ?? 0));
  if (!changed)
    return (
      <p>“Leave pairs out” and train again: here stands which answers are others without them.</p>
    );
  return (
    <section className="changes" aria-label="What has changed since the run before">
      <p>{words}</p>
      <ul>
        {changed.slice(0, FIRST).map(({ x, y, from, to }) => (
          <li key={`${x} ${y}`}>
            <button type="button" onClick={() => choose(store, { x, y })}>
              ({names[x]}, {names[y]}) {from} → {to}
            </button>
          </li>
        ))}
        {changed.length > FIRST && (
          <li>
            <button type="button" onClick={() => choose(store, { press: "changed" })}>
              all of them
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
