/** @file What the reader does with the notebook: how it is listed, which runs are ticked, what was said last. */
import { createStore } from "zustand/vanilla";
import { csvOf } from "../../../experiment/csv";
import { PARAM_KEYS } from "../../../experiment/params";
import { alikeBut } from "../../../experiment/settings";
import { bookOf } from "../../../kit/live/keep/book";
import { fileOf, openFile } from "../../../kit/live/keep/fileOf";
import { change, landing } from "../../../kit/live/model/actions";
import { partOf } from "../../../kit/live/model/link";
import { NAMES_PART, withNames } from "../../../kit/live/model/names";
import { perPage } from "../../../kit/live/model/perPage";
import type { Store } from "../../../kit/live/model/store";
import { save } from "../../../kit/live/take/save";
import { RUN_SUFFIX, readRunFile, runFileName, writeRunFile } from "../../../run/runFile";
import { formatNotebook, keyOf, parseNotebook, type Tried } from "../../../run/tried";
import { grouped } from "../../../theory/grouped";
import { compareWith } from "../model/actions";
import { LAB_PART } from "../model/choices";
import { type ColumnName, columnOf, type Order, verdictOf, wordsOf } from "./columns";

export interface Desk {
  readonly filter: string;
  readonly order: Order;
  /** Keys of runs, in the order in which they were ticked. */
  readonly ticked: readonly string[];
  /** How many rows are shown. */
  readonly shown: number;
  readonly said: string;
  /** What was deleted last and can be brought back. */
  readonly deleted: readonly Tried[];
}

/** Rows that are shown at first, and how many more at a press. */
export const ROWS = 50;

export const deskOf = perPage(() =>
  createStore<Desk>(() => ({
    filter: "",
    order: { column: "date", down: true },
    ticked: [],
    shown: ROWS,
    said: "",
    deleted: [],
  })),
);

const say = (page: Store, said: string): void => deskOf(page).setState({ said, deleted: [] });

const counted = (count: number): string => `${grouped(count)} ${count === 1 ? "run" : "runs"}`;

export const filterBy = (page: Store, filter: string): void =>
  deskOf(page).setState({ filter, shown: ROWS });

/** By a column; once more the other way round. */
export const orderBy = (page: Store, column: ColumnName): void =>
  deskOf(page).setState(({ order }) => ({
    order: {
      column,
      down: order.column === column ? !order.down : columnOf(column).down,
    },
  }));

export const showMore = (page: Store): void =>
  deskOf(page).setState(({ shown }) => ({ shown: shown + ROWS }));

export const tick = (page: Store, run: Tried): void =>
  deskOf(page).setState(({ ticked }) => {
    const key = keyOf(run);
    return {
      ticked: ticked.includes(key) ? ticked.filter((each) => each !== key) : [...ticked, key],
    };
  });

/** The parts of a run's link, as it was looked at and called; the lab stays as it is. */
function partsOf(page: Store, { link }: Tried) {
  const { codec, link: now } = page.getState();
  const { parts } = codec.decode(link || "v=1").link;
  const names = partOf({ parts }, NAMES_PART);
  return withNames(
    { parts: { ...now.parts, ...parts, [LAB_PART.key]: now.parts[LAB_PART.key] } },
    names.length > 0 ? names : null,
  );
}

/** Trains it again, in the first chapter. */
export const reopen = (page: Store, run: Tried): void =>
  change(page, run.settings, { ...landing(page), ...partsOf(page, run) });

/** Opens two runs side by side; the first is the page's. */
export function compareTwo(page: Store, [a, b]: readonly [Tried, Tried]): void {
  if (!alikeBut(page.getState().link.settings, a.settings))
    change(page, a.settings, partsOf(page, a));
  compareWith(page, b.settings);
}

export function remove(page: Store, runs: readonly Tried[]): void {
  bookOf(page).remove(runs);
  const gone = new Set(runs.map(keyOf));
  deskOf(page).setState(({ ticked }) => ({
    said: `Deleted ${counted(runs.length)}.`,
    deleted: runs,
    ticked: ticked.filter((key) => !gone.has(key)),
  }));
}

export function undo(page: Store): void {
  const { deleted } = deskOf(page).getState();
  bookOf(page).add(deleted);
  say(page, `${counted(deleted.length)} ${deleted.length === 1 ? "is" : "are"} back.`);
}

/** A table for spreadsheets: what the notebook says, and every setting. */
export const tableOf = (runs: readonly Tried[]): string =>
  csvOf(
    [
      "name",
      "differs",
      "verdict",
      "steps trained",
      "train step",
      "test step",
      "train accuracy",
      "test accuracy",
      "last trained",
      ...PARAM_KEYS,
    ],
    runs.map((run) => [
      run.name,
      wordsOf(run),
      verdictOf(run).title,
      run.progress.step,
      run.progress.train,
      run.progress.test,
      ...run.accuracies,
      new Date(run.date).toISOString(),
      ...PARAM_KEYS.map((key) => run.settings[key]),
    ]),
  );

const runsOf = (page: Store): readonly Tried[] => bookOf(page).store.getState().runs;

export const exportBook = (page: Store): void =>
  save(
    new File([formatNotebook(runsOf(page))], "geneft-notebook.json", { type: "application/json" }),
  );

export const exportTable = (page: Store): void =>
  save(new File([tableOf(runsOf(page))], "geneft-notebook.csv", { type: "text/csv" }));

/** Saves the page's run up to its last checkpoint. */
export async function saveRun(page: Store): Promise<void> {
  const file = fileOf(page.getState());
  if (!file) {
    say(page, "There is nothing to save yet: this run has just begun.");
    return;
  }
  const name = runFileName(file);
  save(new File([await writeRunFile(file)], name, { type: "application/gzip" }));
  say(page, `Saved as ${name}.`);
}

/** Notebooks are read no longer than this, in bytes. */
const LONGEST = 16 * 2 ** 20;

/** What a notebook from elsewhere gave, in a sentence or two. */
function imported(taken: number, refused: readonly string[]): string {
  const rest = refused.length > 3 ? `, and ${refused.length - 3} more` : "";
  const named = `${refused.slice(0, 3).join("; ")}${rest}`;
  return `${counted(taken)} taken in.${refused.length > 0 ? ` Refused: ${named}.` : ""}`;
}

/** Takes in a file from anywhere: a run is shown, a notebook becomes one with this. What is neither is named. */
export async function openAny(page: Store, file: File): Promise<void> {
  const name = `“${file.name}”`;
  try {
    if (file.name.endsWith(RUN_SUFFIX) || file.type === "application/gzip") {
      openFile(page, await readRunFile(file, name));
      return;
    }
    if (file.size > LONGEST) throw new Error(`${name} is refused: no notebook is so long.`);
    try {
      const { runs, refused } = parseNotebook(await file.text());
      bookOf(page).add(runs);
      say(page, imported(runs.length, refused));
    } catch (error) {
      throw new Error(`${name} is refused: ${(error as Error).message}.`);
    }
  } catch (error) {
    say(page, (error as Error).message);
  }
}
