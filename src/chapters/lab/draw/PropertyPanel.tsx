/** @file What holds of the drawing, a counterexample where it does not, and the smallest classes that it is in. */
import { trainCount } from "../../../experiment/dataset";
import { hover } from "../../../kit/live/model/actions";
import { elementNames } from "../../../kit/live/model/names";
import { relation } from "../../../kit/live/model/selectors";
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { memo } from "../../../kit/state/memo";
import {
  type Counterexample,
  counterexample,
  PROPERTIES,
  type PropertyName,
} from "../../../theory/properties";
import { mark } from "./actions";
import { type ClassFacts, classFacts, WANTED } from "./classFacts";

const NONE: readonly ClassFacts[] = [];
const NAMES = Object.keys(PROPERTIES) as PropertyName[];

interface Row {
  readonly name: PropertyName;
  readonly found: Counterexample | null;
}

const rowsOf = memo((names: readonly string[], truth: Uint8Array): Row[] => {
  const n = names.length;
  return NAMES.map((name) => ({ name, found: counterexample(name, { n, truth, names }) }));
});

/** Shows its pairs in the drawing while it is pointed at, and keeps showing them while it has the focus. */
function Example({ found }: { readonly found: Counterexample }) {
  const store = usePageStore();
  const show = () => {
    mark(store, { pairs: found.pairs, elements: found.elements, words: "" });
    hover(store, found.elements);
  };
  const hide = () => {
    mark(store, null);
    hover(store, []);
  };
  return (
    <button
      type="button"
      className="plain"
      onClick={show}
      onFocus={show}
      onBlur={hide}
      onPointerEnter={show}
      onPointerLeave={({ currentTarget }) => {
        if (document.activeElement !== currentTarget) hide();
      }}
    >
      {found.words}
    </button>
  );
}

function Properties() {
  const rows = usePage(({ link }) => rowsOf(elementNames(link), relation(link.settings).truth));
  return (
    <table className="properties">
      <thead className="unseen">
        <tr>
          <th>Property</th>
          <th>Holds</th>
          <th>Counterexample</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, found }) => (
          <tr key={name} className={found ? "fails" : "holds"}>
            <th scope="row" title={PROPERTIES[name].says}>
              {PROPERTIES[name].label}
            </th>
            <td>{found ? "no" : "yes"}</td>
            <td>{found && <Example found={found} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const bits = (value: number | null): string =>
  value === null ? "–" : value.toFixed(value < 100 ? 1 : 0);

/** Counted when the drawing rests: symmetries are searched for. */
function Classes() {
  const fraction = usePage(({ link: { settings } }) => trainCount(settings) / settings.n ** 2);
  const facts = usePage(({ link: { settings }, drawing }) =>
    drawing.phase === "rest" ? classFacts(relation(settings).truth, settings) : NONE,
  );
  return (
    <>
      <table className="classes">
        <thead>
          <tr>
            <th title="Of those of Table 2: no other that it is in lies within">smallest class</th>
            <th title="b, the bits to describe one: the paper’s entry">paper</th>
            <th title="b by the number of members">count</th>
            <th title="b by the relabellings of this very relation">relabelled</th>
            <th title="Eq. 3: the training fraction from which on so much follows; none where all pairs are too few">
              {100 * WANTED}% from
            </th>
            <th title="Eq. 4, at the present training fraction">accuracy</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, bits: { paper, count, relabellings }, critical, accuracy }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{bits(paper)}</td>
              <td>{bits(count)}</td>
              <td>{bits(relabellings)}</td>
              <td>{critical}</td>
              <td>{accuracy}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        Bits by three counts, then Eq. 3 and, at {fraction.toFixed(2)} of the pairs, Eq. 4, with the
        exact count or else the paper’s.
      </p>
    </>
  );
}

export function PropertyPanel() {
  return (
    <div className="panel property">
      <header>
        <h2>What holds of it</h2>
      </header>
      <Properties />
      <Classes />
    </div>
  );
}
