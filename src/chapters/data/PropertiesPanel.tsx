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
            <th scope="col">relation</th>
            {NAMED.map((name) => (
              <th key={name} scope="col" title={PROPERTIES[name].says}>
                {PROPERTIES[name].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((each, r) => (
            <tr key={each.relation}>
              <th scope="row">{each.label}</th>
              {each.cells.map((cell, c) => (
                <td key={cell.property}>
                  <button
                    type="button"
                    aria-pressed={r === asked[0] && c === asked[1]}
                    aria-label={`${each.label}, ${PROPERTIES[cell.property].label}: ${cell.against === null ? "yes" : "no"}`}
                    onClick={() => ask([r, c])}
                  >
                    {cell.against === null ? "yes" : "no"}
                  </button>
                </td>
              ))}
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
