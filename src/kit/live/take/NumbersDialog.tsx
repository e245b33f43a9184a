/** @file The numbers of a picture as a table to be read, a hundred rows at a time. */
import { useEffect, useId, useRef, useState } from "react";
import { grouped } from "../../../theory/grouped";
import type { Cell, Table } from "../../draw/table";
import { heading } from "./heading";

/** Rows at a time. */
const PAGE = 100;

/** Four digits are enough to read; files have all. */
function cellText(cell: Cell): string {
  if (typeof cell !== "number") return cell ?? "";
  return Number.isInteger(cell) ? grouped(cell).replace("-", "−") : digits(cell);
}

const digits = (value: number): string => {
  const size = Math.abs(value);
  const text =
    size >= 1e-3 && size < 1e6 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
  return text.replaceAll("-", "−");
};

interface Props {
  readonly table: Table;
  readonly onClose: () => void;
}

export function NumbersDialog({ table, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="numbers" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{table.title}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <p>{table.finding}</p>
      <Rows table={table} />
      <details>
        <summary>What the columns are</summary>
        <dl>
          {table.columns.map((column) => (
            <div key={column.name}>
              <dt>{heading(column)}</dt>
              <dd>{column.description}</dd>
            </div>
          ))}
        </dl>
      </details>
    </dialog>
  );
}

function Rows({ table }: { readonly table: Table }) {
  const [rows] = useState(() => table.rows);
  const [from, setFrom] = useState(0);
  const box = useRef<HTMLElement>(null);
  const to = Math.min(rows.length, from + PAGE);
  const go = (next: number) => {
    setFrom(next);
    box.current?.scrollTo(0, 0);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section ref={box} className="rows" aria-label="Rows" tabIndex={0}>
        <table>
          <caption>{table.about}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.name} scope="col">
                  {heading(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(from, to).map((row, i) => (
              <tr key={from + i}>
                {row.map((cell, j) => (
                  <td
                    key={table.columns[j].name}
                    className={typeof cell === "number" ? "number" : ""}
                  >
                    {cellText(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > PAGE && (
        <p className="pages">
          <button type="button" disabled={from === 0} onClick={() => go(from - PAGE)}>
            Rows before
          </button>
          <button type="button" disabled={to === rows.length} onClick={() => go(from + PAGE)}>
            Rows after
          </button>
          <output>
            {`Rows ${grouped(from + 1)} to ${grouped(to)} of ${grouped(rows.length)}`}
          </output>
        </p>
      )}
    </>
  );
}
