/** @file The two elements that are asked about. */
import { elementNames } from "../../../kit/live/model/names";
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { choose } from "../model/actions";
import { pairOf } from "./model/asking";

export function PairPicker() {
  const store = usePageStore();
  const { x, y } = usePage(({ link }) => pairOf(link));
  const names = usePage(({ link }) => elementNames(link));
  const select = (which: "x" | "y", value: number) => (
    <label>
      <span className="symbol" translate="no">
        {which}
      </span>
      <select
        value={value}
        aria-label={which === "x" ? "first element, x" : "second element, y"}
        onChange={({ target }) => choose(store, { [which]: Number(target.value) })}
      >
        {names.map((name, element) => (
          <option key={element} value={element}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <p>
        Choose two elements, draw a line from one repon to another, or press a cell of the matrix.
      </p>
      <div className="pair-picker">
        {select("x", x)}
        {select("y", y)}
        <button type="button" onClick={() => choose(store, { x: y, y: x })}>
          the other way round
        </button>
      </div>
    </>
  );
}
