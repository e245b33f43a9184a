/** @file Chapter 7: one's own relation, questions to the network, runs side by side, and copies of everything. */

import "./lab.css";
import { LatentPanel } from "../../kit/live/LatentPanel";
import { sceneOf } from "../../kit/live/model/selectors";
import { Story } from "../../kit/live/Story";
import { usePage, usePageStore, usePart } from "../../kit/live/usePage";
import { Segments } from "../../kit/ui/Segments";
import { ask } from "./ask/Ask";
import type { Bench } from "./bench";
import { compare } from "./compare/Compare";
import { draw } from "./draw/Draw";
import { choose } from "./model/actions";
import { BENCHES, type BenchName, LAB_PART } from "./model/choices";
import { notebook } from "./notebook/Notebook";
import { take } from "./take/Take";

const ALL: Readonly<Record<BenchName, Bench>> = { draw, ask, compare, notebook, take };

export function Lab() {
  const store = usePageStore();
  const name = usePart(LAB_PART, ({ bench }) => bench);
  const told = usePage((state) => sceneOf(state) !== null);
  const { title, Side, Main, Beside } = ALL[name];
  return (
    <main className={`chapter lab ${name} ${Beside ? "" : "wide"}`}>
      <header className="benches">
        <h1>{title}</h1>
        <Segments
          label="Bench"
          values={BENCHES}
          value={name}
          onChange={(bench) => choose(store, { bench })}
        />
      </header>
      <section className="story" aria-label="Tools">
        {told && <Story />}
        <Side key={name} />
      </section>
      <section className="hero" aria-label={title}>
        <Main />
      </section>
      {Beside && (
        <section className="evidence" aria-label="Beside it">
          <Beside />
        </section>
      )}
    </main>
  );
}

export { Transport as Foot } from "../../kit/live/Transport";
export { LatentPanel as Hero };
