/** @file The notebook as a table. */
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { currentPalette, onPaletteChange } from "../../../kit/draw/palette";
import { bookOf, droppedWords } from "../../../kit/live/keep/book";
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { keyOf, type Tried } from "../../../run/tried";
import { grouped } from "../../../theory/grouped";
import { COLUMN_NAMES, columnOf, listed } from "./columns";
import { compareTwo, deskOf, filterBy, orderBy, remove, showMore, undo } from "./desk";
import { Row } from "./Row";

/** The colours in force, and those of another theme once that is. */
function usePalette() {
  const [palette, setPalette] = useState(currentPalette);
  useEffect(() => onPaletteChange(() => setPalette(currentPalette())), []);
  return palette;
}

export function Table() {
  const page = usePageStore();
  const notes = useStore(bookOf(page).store);
  const desk = useStore(deskOf(page));
  const palette = usePalette();
  const own = usePage(({ link }) => keyOf(link));
  const runs = listed({ runs: notes.runs, filter: desk.filter, order: desk.order });
  const ticked = desk.ticked.flatMap((key) => notes.runs.find((run) => keyOf(run) === key) ?? []);
  return (
    <div className="notebook-main">
      <Bar ticked={ticked} count={runs.length} of={notes.runs.length} />
      <p className="said" role="status">
        {desk.said}
        {desk.deleted.length > 0 && (
          <button type="button" onClick={() => undo(page)}>
            Undo
          </button>
        )}
      </p>
      {notes.problem && (
        <p className="problem" role="alert">
          {notes.problem}
        </p>
      )}
      {notes.dropped > 0 && <p className="said">{droppedWords(notes.dropped)}</p>}
      {runs.length === 0 ? (
        <p className="empty">{emptyWords(notes.read, notes.runs.length)}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
        <section className="rows" aria-label="Runs" tabIndex={0}>
          <table>
            <caption className="unseen">
              Every run that was tried in this browser. Press a heading to sort by it.
            </caption>
            <Head />
            <tbody>
              {runs.slice(0, desk.shown).map((run) => (
                <Row
                  key={keyOf(run)}
                  run={run}
                  ticked={desk.ticked.includes(keyOf(run))}
                  current={keyOf(run) === own}
                  palette={palette}
                />
              ))}
            </tbody>
          </table>
          {runs.length > desk.shown && (
            <button type="button" onClick={() => showMore(page)}>
              Show more of {grouped(runs.length)}
            </button>
          )}
        </section>
      )}
    </div>
  );
}

function emptyWords(read: boolean, all: number): string {
  if (!read) return "What was kept is being read.";
  if (all > 0) return "No run has these words.";
  return "No run yet. Whatever you train, in any chapter, is written down here once it has trained for a second.";
}

function Head() {
  const page = usePageStore();
  const { column, down } = useStore(deskOf(page), ({ order }) => order);
  return (
    <thead>
      <tr>
        <td />
        <td />
        {COLUMN_NAMES.map((name) => {
          const { title, help } = columnOf(name);
          const here = name === column;
          return (
            <th
              key={name}
              scope="col"
              aria-sort={here ? (down ? "descending" : "ascending") : undefined}
            >
              <button
                type="button"
                className="plain"
                title={help}
                onClick={() => orderBy(page, name)}
              >
                {title}
                <span aria-hidden="true">{here ? (down ? " ▾" : " ▴") : ""}</span>
              </button>
            </th>
          );
        })}
        <td />
      </tr>
    </thead>
  );
}

interface BarProps {
  readonly ticked: readonly Tried[];
  readonly count: number;
  readonly of: number;
}

function Bar({ ticked, count, of }: BarProps) {
  const page = usePageStore();
  const filter = useStore(deskOf(page), (desk) => desk.filter);
  const [a, b, ...more] = ticked;
  return (
    <div className="bar">
      <input
        type="search"
        aria-label="Only runs with these words"
        placeholder="Filter: a name, a knob, a phase"
        value={filter}
        onChange={({ target }) => filterBy(page, target.value)}
      />
      <span>
        {count === of ? grouped(of) : `${grouped(count)} of ${grouped(of)}`}{" "}
        {of === 1 ? "run" : "runs"}
      </span>
      <button
        type="button"
        disabled={!a || !b || more.length > 0}
        title="Tick two runs to train them side by side"
        onClick={() => a && b && compareTwo(page, [a, b])}
      >
        Compare the two ticked
      </button>
      <button type="button" disabled={!a} onClick={() => remove(page, ticked)}>
        Delete the ticked
      </button>
    </div>
  );
}
