/** @file The worked example of section 3: ten numbers, and a reader who chooses which pair to ask about. */

import { Figure } from "../../kit/live/Figure";
import { choose } from "../../kit/live/model/actions";
import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { maskOrder } from "../../theory/inference/bound";
import { FigureSwitch } from "./FigureSwitch";
import { applyDataPreset } from "./model/actions";
import { selectAsking } from "./model/askData";
import { bestWords, lastWords, paperWords } from "./model/askFacts";
import {
  type AskSubject,
  askedOf,
  askSubjectOf,
  contradictsAt,
  EXAMPLES,
  standingOf,
  withAsked,
} from "./model/asking";
import { dataState } from "./model/boundStudy";
import { DATA_PART } from "./model/choices";
import { askMatrix } from "./view/askMatrix";

const table = async () => (await import("./view/askTables")).askTable;

export function AskPanel() {
  const store = usePageStore();
  const { asked } = usePart(DATA_PART);
  const { n } = useOf(dataState, askSubjectOf);
  const contradicted = useOf(dataState, (state) => standingOf(state) === null);
  const ask = (pair: number) => {
    const next = withAsked(asked, pair, n);
    // What contradicts must be taken back first.
    if (!contradicted || next.length < asked.length) choose(store, DATA_PART, { asked: next });
  };
  return (
    <div className="panel bound asking" data-thing="bound">
      <header>
        <FigureSwitch />
      </header>
      <Figure
        of={dataState}
        view={askMatrix}
        select={selectAsking}
        table={table}
        events={{ onAsk: ask }}
      />
      <Questions ask={ask} />
      <AskFindings />
    </div>
  );
}

/** The next of a random order that has not been asked about: what chance would ask. */
const byChance = ({ n }: AskSubject, asked: Uint8Array, seed: number): number | undefined =>
  maskOrder(n, seed, 0).find((pair) => !asked[pair]);

function Questions({ ask }: { readonly ask: (pair: number) => void }) {
  const store = usePageStore();
  const asked = useOf(dataState, askedOf);
  const subject = useOf(dataState, askSubjectOf);
  const standing = useOf(dataState, standingOf);
  const best = useOf(dataState, (state) => selectAsking(state)?.best ?? null);
  const { seed } = store.getState().link.settings;
  const chance = standing && byChance(subject, standing.known.asked, seed);
  return (
    <fieldset className="presets ask-buttons" aria-label="What to ask">
      <Do able={best !== null} act={() => best !== null && ask(best)}>
        Ask the best pair
      </Do>
      <Do able={typeof chance === "number"} act={() => typeof chance === "number" && ask(chance)}>
        Ask at random
      </Do>
      <Do able={asked !== ""} act={() => choose(store, DATA_PART, { asked: "" })}>
        Forget all
      </Do>
      {EXAMPLES.map((example) => (
        <button
          key={example.asked}
          type="button"
          className="chip"
          aria-pressed={asked === example.asked}
          onClick={() =>
            applyDataPreset(
              store,
              { relation: "greater-than" },
              { figure: "asking", asked: example.asked },
            )
          }
        >
          {example.label}
        </button>
      ))}
    </fieldset>
  );
}

interface DoProps {
  readonly able: boolean;
  readonly act: () => void;
  readonly children: string;
}

/** A button that stays in focus when what it did leaves nothing more for it to do. */
const Do = ({ able, act, children }: DoProps) => (
  <button type="button" aria-disabled={!able} onClick={() => able && act()}>
    {children}
  </button>
);

function AskFindings() {
  const subject = useOf(dataState, askSubjectOf);
  const standing = useOf(dataState, standingOf);
  const given = useOf(dataState, (state) => contradictsAt(askSubjectOf(state), askedOf(state)));
  if (!standing)
    return (
      <ul className="findings" data-told>
        <li className="contradicts" role="alert">
          {given === 0
            ? "There is no relation of this class on so few elements."
            : `Answer ${given} contradicts the class: no such relation gives all of these answers. Press the pair, which is crossed out, again, or take another class.`}
        </li>
      </ul>
    );
  const paper = paperWords(subject, standing);
  return (
    <ul className="findings" data-told>
      <li>{lastWords(subject, standing)}</li>
      <li>{bestWords(subject, standing)}</li>
      {paper && <li>{paper}</li>}
    </ul>
  );
}
