/** @file One run of the notebook. */
import { memo } from "react";
import type { Palette } from "../../../kit/draw/palette";
import { bookOf } from "../../../kit/live/keep/book";
import { usePageStore } from "../../../kit/live/usePage";
import { PhaseBadge, PhaseMark } from "../../../kit/ui/PhaseBadge";
import { LONGEST_NAME, type Tried } from "../../../run/tried";
import { grouped } from "../../../theory/grouped";
import { verdictOf, wordsOf } from "./columns";
import { remove, reopen, tick } from "./desk";
import { Thumbnail } from "./Thumbnail";

const when = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

const stepWords = (step: number | null): string => (step === null ? "–" : grouped(step));

/** Never rounded up to all. */
const accuracyWords = (share: number): string => (Math.floor(1000 * share) / 1000).toFixed(3);

/** What the reader calls it; written when the field is left. */
function Name({ run, words }: { readonly run: Tried; readonly words: string }) {
  const page = usePageStore();
  return (
    <input
      key={run.name}
      type="text"
      className="name"
      placeholder="name it"
      aria-label={`Name of the run: ${words}`}
      maxLength={LONGEST_NAME}
      defaultValue={run.name}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.value = run.name;
        if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
      }}
      onBlur={({ target }) => {
        if (target.value.trim() !== run.name) bookOf(page).rename(run, target.value);
      }}
    />
  );
}

interface Props {
  readonly run: Tried;
  readonly ticked: boolean;
  /** Whether it is the page's run. */
  readonly current: boolean;
  readonly palette: Palette;
}

export const Row = memo(function Row({ run, ticked, current, palette }: Props) {
  const page = usePageStore();
  const words = wordsOf(run);
  const called = run.name || words;
  const { phase, mark, title, detail } = verdictOf(run);
  const { step, train, test } = run.progress;
  return (
    <tr aria-current={current || undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={`Tick ${called}`}
          checked={ticked}
          onChange={() => tick(page, run)}
        />
      </td>
      <td>
        <Thumbnail run={run} palette={palette} />
      </td>
      <th scope="row">
        <button
          type="button"
          className="plain"
          title="Train it again"
          onClick={() => reopen(page, run)}
        >
          {words}
        </button>
      </th>
      <td className="verdict-cell" title={detail}>
        {phase ? <PhaseMark phase={phase} /> : <PhaseBadge phase={null} mark={mark} />} {title}
      </td>
      <td>{grouped(step)}</td>
      <td>{stepWords(train)}</td>
      <td>{stepWords(test)}</td>
      <td>{accuracyWords(run.accuracies[0])}</td>
      <td>{accuracyWords(run.accuracies[1])}</td>
      <td>
        <Name run={run} words={words} />
      </td>
      <td>
        <time dateTime={new Date(run.date).toISOString()}>{when.format(run.date)}</time>
      </td>
      <td>
        <button
          type="button"
          className="delete"
          aria-label={`Delete ${called}`}
          title="Delete"
          onClick={() => remove(page, [run])}
        >
          ×
        </button>
      </td>
    </tr>
  );
});
