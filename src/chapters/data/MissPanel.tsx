/** @file Which pairs of an order are still wrong late in training, and whether that is where the paper says. */
import { useEffect } from "react";
import { Figure } from "../../kit/live/Figure";
import { perPage } from "../../kit/live/model/perPage";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { join } from "../../kit/state/join";
import { figure3View } from "./figure3State";
import type { Figure3View } from "./model/figure3";
import { loadMisses, MISSES_FRACTION, type Misses, missesStore } from "./model/misses";
import { missesOf } from "./model/missFacts";
import { missMatrix } from "./view/missMatrix";

const table = async () => (await import("./view/missMatrixTable")).missMatrixTable;

interface State {
  readonly misses: Misses;
  readonly view: Figure3View;
}

const missesState = perPage((page) =>
  join<State>({ misses: missesStore(page), view: figure3View(page) }),
);

const select = ({ misses: { networks }, view: { shown } }: State) =>
  networks && missesOf(networks, shown);

export function MissPanel() {
  const store = missesStore(usePageStore());
  useEffect(() => void loadMisses(store), [store]);
  const problem = useOf(missesState, ({ misses }) => misses.problem);
  const loaded = useOf(missesState, ({ misses }) => misses.networks !== null);
  const summary = useOf(missesState, (state) => select(state)?.summary);
  return (
    <div className="panel misses">
      <header>
        <h2>Wrong in the end</h2>
        <span className="note">fraction {MISSES_FRACTION}, decoders ticked above</span>
      </header>
      {loaded && (
        <p className="findings" data-told>
          {summary ?? "No network of the decoders ticked above fits what it was trained on."}
        </p>
      )}
      {problem && <p className="findings">{problem}</p>}
      {summary && <Figure of={missesState} view={missMatrix} select={select} table={table} />}
    </div>
  );
}
