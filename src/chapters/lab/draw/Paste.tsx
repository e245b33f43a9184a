/** @file A table of one's own: pasted, typed, dropped or opened; and the page's relation as a table to take along. */
import "./paste.css";
import { type ChangeEvent, type DragEvent, useMemo, useRef, useState } from "react";
import { fileText, MOST_BYTES } from "../../../experiment/table/fileText";
import { readTable, type TableRead } from "../../../experiment/table/readTable";
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { adopt, isAdopted } from "./adopt";
import { TakeTable } from "./TakeTable";

/** What was given: a text, and what is to be said of the file that it is from. */
interface Given {
  readonly text: string;
  readonly notice: string | null;
  readonly error: string | null;
}

const typed = (text: string): Given => ({ text, notice: null, error: null });

/** The text of a file, unless it is too large to be looked into. */
async function opened(file: File): Promise<Given> {
  const refused = (error: string): Given => ({ text: "", notice: null, error });
  if (file.size > MOST_BYTES)
    return refused(
      `The file has ${(file.size / 1e6).toFixed(1)} MB; at most ${MOST_BYTES / 1e6} MB are read.`,
    );
  try {
    const { text, notice } = fileText(new Uint8Array(await file.arrayBuffer()));
    return { text, notice, error: null };
  } catch {
    return refused("The browser could not read the file.");
  }
}

function Result({ read, notice }: { readonly read: TableRead; readonly notice: string | null }) {
  if ("error" in read) return <p className="wrong">{read.error}</p>;
  const notices = [...(notice ? [notice] : []), ...read.notices];
  return (
    <>
      <p>
        Read as {read.form}: {read.n} elements.
      </p>
      {notices.length > 0 && (
        <ul>
          {notices.map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      )}
    </>
  );
}

export function Paste() {
  const store = usePageStore();
  const picker = useRef<HTMLInputElement>(null);
  const [given, setGiven] = useState(typed(""));
  const [over, setOver] = useState(false);
  const { text, notice, error } = given;
  const read = useMemo<TableRead | null>(
    () => (error !== null ? { error } : text === "" ? null : readTable(text)),
    [text, error],
  );
  const table = read && !("error" in read) ? read : null;
  const used = usePage(({ link }) => table !== null && isAdopted(link, table));
  const open = async (file: File) => setGiven(await opened(file));
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) void open(file);
    target.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void open(file);
    else setGiven(typed(event.dataTransfer.getData("text/plain")));
  };
  return (
    <section className="paste" aria-labelledby="paste-title">
      <h2 id="paste-title">A table of your own</h2>
      <textarea
        rows={5}
        className={over ? "over" : undefined}
        spellCheck={false}
        aria-label="A table: paste it, type it, or drop a file here"
        aria-describedby="paste-read"
        placeholder={
          "Paste a table or drop a file:\na matrix of 0 and 1, a list of pairs,\nwith names or without; CSV or JSON."
        }
        value={text}
        onChange={({ target }) => setGiven(typed(target.value))}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <div id="paste-read" className="read" role="status">
        {read && <Result read={read} notice={notice} />}
      </div>
      <div className="buttons">
        <button
          type="button"
          className="lead"
          disabled={table === null || used}
          onClick={() => table && adopt(store, table)}
        >
          {used ? "In use" : "Use it"}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          Open a file…
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.json"
          aria-label="Open a file"
          onChange={pick}
        />
      </div>
      <TakeTable />
    </section>
  );
}
