/** @file The chosen cell: what is stored of it, its seeds, and whether the live run does the same. */

import { PHASE_LETTERS } from "../../kit/draw/palette";
import { describe, steps } from "../../kit/live/model/verdict";
import { usePageStore } from "../../kit/live/usePage";
import { PhaseBadge } from "../../kit/ui/PhaseBadge";
import { Rich } from "../../kit/ui/Rich";
import { ENGINE_WORDS } from "../../run/engineChoice";
import { agreement } from "./model/agreement";
import { phasesOf } from "./model/gridData";
import {
  chosenReplica,
  goTo,
  isLive,
  latticeFor,
  openCell,
  type PhasesState,
  placeOf,
} from "./model/phases";
import { shortText } from "./model/words";
import { useChoices, usePhases } from "./usePhases";

const resultOf = (state: PhasesState) => {
  const replica = chosenReplica(state);
  return replica === null ? null : state.study.results[replica];
};

export function CellPanel() {
  const store = usePageStore();
  const lattice = usePhases((now) => latticeFor(now.study.named));
  const choices = useChoices();
  const result = usePhases(resultOf);
  const live = usePhases(isLive);
  const horizon = usePhases((now) => now.study.settings[chosenReplica(now) ?? 0]?.steps ?? 1);
  if (!lattice) return null;
  const place = placeOf(lattice, choices);
  const { phase, title, detail } = result
    ? describe(result.progress, horizon)
    : { phase: null, title: "Not trained", detail: "nothing is stored of this network yet" };
  return (
    <section className={`verdict cell ${phase ?? "open"}`} aria-label="The chosen cell">
      <PhaseBadge phase={phase} />
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
  const lattice = usePhases((now) => latticeFor(now.study.named));
  const phases = usePhases((now) => phasesOf(now.study));
  const choices = useChoices();
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
            title={`seed ${seed}, ${phase ?? "open"}`}
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

/** Whether live and stored agree, said in words that change no more often than the answer. */
function Same() {
  const said = usePhases((now) => {
    if (!isLive(now)) return "";
    const result = resultOf(now);
    const stored = result?.outcome;
    const { history, engine, link } = now.page;
    if (!stored || !history || history.settings !== link.settings) return "";
    const found = agreement(history, stored);
    const here =
      engine && !engine.exact
        ? ` This page trains on ${ENGINE_WORDS[engine.name]}, which rounds otherwise.`
        : "";
    const there = result.exact ? "" : " It was trained on an engine that is not exact.";
    switch (found.kind) {
      case "pending":
        return `…training live; stored to step ${steps(found.until)}`;
      case "identical":
        return "✓ identical to what is stored: the same steps, the same accuracy";
      case "different":
        return `!not what is stored: ${found.what}.${there}${here}`;
      default:
        return found satisfies never;
    }
  });
  if (said === "") return null;
  const [mark] = said;
  return (
    <p
      className={`same ${{ "…": "pending", "✓": "identical", "!": "different" }[mark]}`}
      aria-live="polite"
    >
      {mark === "!" ? said.slice(1) : said}
    </p>
  );
}
