/** @file The chosen cell: what is stored of it, its seeds, and whether the live run does the same. */

import { PHASE_LETTERS } from "../../kit/draw/palette";
import { describe, type Verdict } from "../../kit/live/model/verdict";
import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { steady } from "../../kit/state/memo";
import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { Rich } from "../../kit/ui/Rich";
import { ENGINE_WORDS } from "../../run/engineChoice";
import { grouped } from "../../theory/grouped";
import { PHASE_MEANINGS } from "../../theory/phase";
import { type Agreement, agreement } from "./model/agreement";
import { PHASES_PART } from "./model/choices";
import { phasesOf } from "./model/gridData";
import {
  chosenReplica,
  goTo,
  isLive,
  latticeFor,
  openCell,
  type PhasesState,
  phasesState,
  placeOf,
} from "./model/phases";
import { shortText } from "./model/words";

const resultOf = (state: PhasesState) => {
  const replica = chosenReplica(state);
  return replica === null ? null : state.study.results[replica];
};

export function CellPanel() {
  const store = usePageStore();
  const lattice = useOf(phasesState, (now) => latticeFor(now.study.named));
  const choices = usePart(PHASES_PART);
  const result = useOf(phasesState, resultOf);
  const live = useOf(phasesState, isLive);
  const settings = useOf(phasesState, (now) => now.study.settings[chosenReplica(now) ?? 0] ?? null);
  if (!lattice) return null;
  const place = placeOf(lattice, choices);
  const { phase, mark, title, detail }: Verdict =
    result && settings
      ? describe(result.progress, settings)
      : { phase: null, title: "Not trained", detail: "nothing is stored of this network yet" };
  return (
    <section className={`verdict cell ${phase ?? "open"}`} aria-label="The chosen cell">
      <PhaseBadge phase={phase} mark={mark} />
      <div>
        <strong>{title}</strong>{" "}
        <span className="where">
          <span>
            <Rich text={shortText(lattice.x, lattice.x.values[place.column])} />,
          </span>{" "}
          <span>
            <Rich text={shortText(lattice.y, lattice.y.values[place.row])} />
          </span>
        </span>
        <p>{detail}</p>
        <Same />
      </div>
      <div className="cell-actions">
        {lattice.seeds.length > 1 && <Seeds />}
        {!live && (
          <button type="button" className="go" onClick={() => openCell(store, place)}>
            Train it live
          </button>
        )}
      </div>
    </section>
  );
}

/** More seeds than this are told by their letters alone. */
const FEW = 5;

/** Seeds by their phases; pressing one chooses it. */
function Seeds() {
  const store = usePageStore();
  const lattice = useOf(phasesState, (now) => latticeFor(now.study.named));
  const phases = useOf(phasesState, (now) => phasesOf(now.study));
  const choices = usePart(PHASES_PART);
  if (!lattice) return null;
  const place = placeOf(lattice, choices);
  return (
    <fieldset className="segments seeds" aria-label="Seed">
      {lattice.seeds.map((seed, i) => {
        const phase = phases[lattice.index(place.column, place.row, i)];
        return (
          <button
            key={seed}
            type="button"
            aria-pressed={i === place.seed}
            title={phase ? `Seed ${seed}. ${PHASE_MEANINGS[phase]}` : `Seed ${seed}, open`}
            onClick={() => goTo(store, { ...place, seed: i })}
          >
            {lattice.seeds.length > FEW ? "" : `${seed} `}
            {phase ? PHASE_LETTERS[phase] : "·"}
          </button>
        );
      })}
    </fieldset>
  );
}

interface Said {
  readonly kind: Agreement["kind"];
  readonly words: string;
}
/** Words change no more often than the answer. */
const said = steady<Said>();

/** Whether live and stored agree. */
function Same() {
  const found = useOf(phasesState, (now): Said | null => {
    if (!isLive(now)) return null;
    const result = resultOf(now);
    const stored = result?.outcome;
    const { history, engine, link } = now.page;
    if (!stored || !history || history.settings !== link.settings) return null;
    const agreed = agreement(history, stored);
    const { kind } = agreed;
    const here =
      engine && !engine.exact
        ? ` This page trains on ${ENGINE_WORDS[engine.name]}, which rounds otherwise.`
        : "";
    const there = result.exact ? "" : " It was trained on an engine that is not exact.";
    switch (agreed.kind) {
      case "pending":
        return said({ kind, words: `…training live; stored to step ${grouped(agreed.until)}` });
      case "identical":
        return said({
          kind,
          words: "✓ identical to what is stored: the same steps, the same accuracy",
        });
      case "different":
        return said({ kind, words: `not what is stored: ${agreed.what}.${there}${here}` });
      default:
        return agreed satisfies never;
    }
  });
  if (!found) return null;
  return (
    <p className={`same ${found.kind}`} aria-live="polite">
      {found.words}
    </p>
  );
}
