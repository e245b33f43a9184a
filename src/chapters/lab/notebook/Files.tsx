/** @file The page's run as a file, files opened, and the notebook taken elsewhere. */
import { useEffect } from "react";
import { useStore } from "zustand";
import { bookOf, MOST } from "../../../kit/live/keep/book";
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { RUN_SUFFIX } from "../../../run/runFile";
import { Picker } from "../Picker";
import { exportBook, exportTable, openAny, remove, saveRun } from "./desk";

/** Files that are dropped anywhere on the page are opened while the notebook is. */
function useDrop(): void {
  const page = usePageStore();
  useEffect(() => {
    const abort = new AbortController();
    const files = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => files(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void openAny(page, file);
    };
    addEventListener("dragover", over, { signal: abort.signal });
    addEventListener("drop", drop, { signal: abort.signal });
    return () => abort.abort();
  }, [page]);
}

export function Files() {
  const page = usePageStore();
  const { runs, problem } = useStore(bookOf(page).store);
  const ready = usePage(({ checkpoint }) => checkpoint !== null);
  useDrop();
  return (
    <>
      <h2>This run</h2>
      <p>
        As one file: its curves, its dots on the way, and all that is needed to train on from where
        it is, to the same bits. Drop such a file on the page, or pick it, to open it again.
      </p>
      <p className="buttons">
        <button type="button" disabled={!ready} onClick={() => void saveRun(page)}>
          Save this run
        </button>
        <Picker accept={RUN_SUFFIX} onPick={(file) => void openAny(page, file)}>
          Open a run file…
        </Picker>
      </p>
      <h2>The notebook</h2>
      <p>
        {problem === null
          ? "It is kept in this browser and nowhere else"
          : "It is in this page and nowhere else, since the browser keeps nothing"}
        : {MOST} runs, and when there are more the oldest without a name makes room.
      </p>
      <p className="buttons">
        <button type="button" disabled={runs.length === 0} onClick={() => exportBook(page)}>
          Export
        </button>
        <button type="button" disabled={runs.length === 0} onClick={() => exportTable(page)}>
          Export as CSV
        </button>
        <Picker accept=".json,application/json" onPick={(file) => void openAny(page, file)}>
          Import…
        </Picker>
        <button type="button" disabled={runs.length === 0} onClick={() => remove(page, runs)}>
          Delete all
        </button>
      </p>
    </>
  );
}
