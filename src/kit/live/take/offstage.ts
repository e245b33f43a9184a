/** @file A picture that is drawn where nobody sees it, to be taken away. */
import type { LateTable } from "../../draw/table";
import type { View } from "../../draw/view";
import { part } from "../part";
import type { Takeable } from "./takeable";

export interface Offstage<Data> {
  readonly picture: Takeable;
  update(data: Data): void;
  remove(): void;
}

/** How often it is drawn before it is taken: labels find their places little by little. */
const REHEARSALS = 20;

/** Draws `data` in the colours of the page; `size` in its pixels. */
export function offstage<Data, Events>(
  view: View<Data, Events>,
  table: NonNullable<LateTable<Data>>,
  first: Data,
  [width, height]: readonly [number, number],
): Offstage<Data> {
  const root = document.body.appendChild(document.createElement("div"));
  root.inert = true;
  root.style.cssText = `position: fixed; left: -20000px; top: 0; width: ${width}px; height: ${height}px`;
  const mounted = view(root, {} as Events);
  let data = first;
  const redraw = () => mounted.update(data);
  for (let i = 0; i < REHEARSALS; i++) redraw();
  return {
    picture: { root, redraw, table: async () => (await part(table))(data) },
    update(next) {
      data = next;
      redraw();
    },
    remove() {
      mounted.destroy();
      root.remove();
    },
  };
}
