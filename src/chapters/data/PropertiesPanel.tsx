/** @file Which relation has which property of Table 2; one that is missing tells a counterexample. */
import { useState } from "react";
import { elementNames } from "../../kit/live/model/names";
import { usePage } from "../../kit/live/usePage";
import { PROPERTIES } from "../../theory/properties";
import { NAMED, propertyRows, propertyWords } from "./model/propertyFacts";

export function PropertiesPanel() {
  const rows = usePage(({ link }) => propertyRows(link.settings, elementNames(link)));
  const [asked, ask] = useState<readonly [row: number, column: number]>([0, 0]);
  const row = rows[Math.min(asked[0], rows.length - 1)];
  return (
    <div className="panel properties-of">
      <header>
        <h2>What may be known beforehand</h2>
        <span className="note">press for a counterexample</span>
      </header>
      <table className="table1">
        <thead>
          <tr>
            <td />
            {rows.map(({ relation, label }) => (
              <th key={relation} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NAMED.map((name, c) => (
            <tr key={name}>
              <th scope="row" title={PROPERTIES[name].says}>
                {PROPERTIES[name].label}
              </th>
              {rows.map(({ relation, label, cells }, r) => {
                const says = cells[c].against === null ? "yes" : "no";
                return (
                  <td key={relation}>
                    <button
                      type="button"
                      aria-pressed={r === asked[0] && c === asked[1]}
                      aria-label={`${label}, ${PROPERTIES[name].label}: ${says}`}
                      onClick={() => ask([r, c])}
                    >
                      {says}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="findings" data-told>
        {propertyWords(row, row.cells[asked[1]])}
      </p>
    </div>
  );
}
