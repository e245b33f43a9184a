/** @file The two elements that are asked about. */
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { choose } from "../model/actions";
import { pairOf } from "./model/asking";

export function PairPicker() {
  const store = usePageStore();
  const { x, y } = usePage(({ link }) => pairOf(link));
  const n = usePage(({ link }) => link.settings.n);
  const elements = Array.from({ length: n }, (_, element) => element);
  const select = (name: "x" | "y", value: number) => (
    <label>
      <span className="symbol">{name}</span>
      <select
        value={value}
        aria-label={name === "x" ? "first element, x" : "second element, y"}
        onChange={({ target }) => choose(store, { [name]: Number(target.value) })}
      >
        {elements.map((element) => (
          <option key={element} value={element}>
            {element}
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
