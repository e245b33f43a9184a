/** @file The architectures of Figure 3 with their induction gaps, and the reader's own network. */

import { countOf } from "../../kit/draw/phrases";
import { useOf, usePage, usePageStore, usePart } from "../../kit/live/usePage";
import { StudyBar } from "../../kit/study/StudyBar";
import { useStudy } from "../../kit/study/useStudies";
import { figure3State, figure3View, ownStudy } from "./figure3State";
import { DATA_PART } from "./model/choices";
import { stepOf, toggleShown } from "./model/figure3";
import { type GapRow, gapsAt, gapText, shortName, styleOf } from "./model/figure3Data";
import { ownCurve } from "./model/figure3Experiment";
import { fractionText } from "./model/words";

export function GapPanel() {
  const { bound, rows } = useOf(figure3State, gapsAt);
  const step = useOf(figure3State, stepOf);
  const { alpha } = usePart(DATA_PART);
  const settings = usePage((state) => state.link.settings);
  const own = useStudy(ownStudy);
  return (
    <div className="panel gaps">
      <header>
        <h2>
          Induction gap at accuracy {alpha}
          {step !== null && `, after ${countOf(step, "step")}`}
        </h2>
      </header>
      <p className="note">
        How much more of the data the median network takes to get there than the bound, which{" "}
        {bound ? (
          <>
            takes {bound.atMost && "at most "}
            <b>{fractionText(bound.fraction)}</b>
          </>
        ) : (
          "does not get there"
        )}
        .
      </p>
      <table className="gap-table">
        <thead>
          <tr>
            <th scope="col">decoder</th>
            <th scope="col">takes</th>
            <th scope="col">gap</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.architecture.label} row={row} rows={rows} />
          ))}
        </tbody>
      </table>
      <div className="own-network">
        <span>Your network of chapter 1</span>
        <StudyBar study={own} named={ownCurve(settings)} recorded={false} />
      </div>
    </div>
  );
}

function Row({ row, rows }: { readonly row: GapRow; readonly rows: readonly GapRow[] }) {
  const view = figure3View(usePageStore());
  const { architecture, reached, gap } = row;
  const { label, points } = architecture;
  const shown = useOf(figure3State, (scene) => scene.view.shown.has(label));
  const { colour, dash } = styleOf(
    architecture,
    rows.map((each) => each.architecture),
  );
  const light = (lit: string | null) => () => view.setState({ lit });
  return (
    <tr
      className={shown ? "" : "off"}
      onPointerEnter={light(shown ? label : null)}
      onPointerLeave={light(null)}
    >
      <th scope="row">
        <label>
          <input type="checkbox" checked={shown} onChange={() => toggleShown(view, label)} />
          <svg width="26" height="10" aria-hidden="true">
            <path d="M0,5H26" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
          </svg>
          <span title={label}>{shortName(label)}</span>
        </label>
      </th>
      {points.length === 0 ? (
        <td colSpan={2}>not trained</td>
      ) : (
        <>
          <td>
            {reached ? `${reached.atMost ? "≤ " : ""}${fractionText(reached.fraction)}` : "never"}
          </td>
          <td className="gap">{gap === null ? "" : gapText(gap)}</td>
        </>
      )}
    </tr>
  );
}
