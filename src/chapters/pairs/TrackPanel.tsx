/** @file The followed pair: which it is, how far ahead, and the prediction over what happened. */

import { Figure } from "../../kit/live/Figure";
import { moveGuess } from "../../kit/live/guess/actions";
import { GuessBox } from "../../kit/live/guess/GuessBox";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { Segments } from "../../kit/ui/Segments";
import { grouped } from "../../theory/grouped";
import { PARTING_GUESS, selectTrack } from "./model/guess";
import { chosenPair, study } from "./model/pairs";
import { answerOf, drawnWords } from "./model/pictures";
import { HORIZONS, type Horizon, type PairsState, pairsState } from "./model/store";
import { number } from "./model/words";
import { Outcome } from "./Outcome";
import { pairTrack } from "./view/pairTrack";

const AHEAD = Object.fromEntries(HORIZONS.map((horizon) => [horizon, grouped(horizon)])) as Record<
  `${Horizon}`,
  string
>;

const table = async () => (await import("./view/pairTrackTable")).pairTrackTable;

export function TrackPanel() {
  const store = usePageStore();
  const horizon = useOf(pairsState, (state) => state.pairs.horizon);
  const guessing = useOf(pairsState, PARTING_GUESS.asked.open);
  const busy = useOf(pairsState, isBusy);
  return (
    <div className={`panel track${busy ? " computing" : ""}`} data-thing="track">
      <header>
        <PairChoice />
        <Busy busy={busy} />
        <span className="spacer" />
        <span className="ahead">
          <span className="note">steps ahead</span>
          <Segments
            label="Steps ahead"
            values={AHEAD}
            value={`${horizon}`}
            onChange={(next) => study(store, { horizon: Number(next) as Horizon })}
          />
        </span>
        <GuessBox {...PARTING_GUESS} />
      </header>
      <Waiting />
      <Drawn />
      <Figure
        of={pairsState}
        view={pairTrack}
        select={selectTrack}
        table={table}
        events={{ onGuess: (steps) => moveGuess(store, { kind: "step", values: [steps] }) }}
      />
      {!guessing && <Outcome />}
    </div>
  );
}

/** Every pair of the map from the nearest on; the first entry follows whichever is closest. */
function PairChoice() {
  const store = usePageStore();
  const free = useOf(pairsState, (state) => state.pairs.pair === null);
  const pair = useOf(pairsState, (state) => chosenPair(state)?.join(",") ?? "");
  const map = useOf(pairsState, (state) => answerOf(state)?.map ?? null);
  const order = map
    ? Array.from(map.separation.keys()).sort((i, j) => map.separation[i] - map.separation[j])
    : [];
  const listed = order.map((i) => ({
    value: `${map?.pairs[2 * i]},${map?.pairs[2 * i + 1]}`,
    words: `${map?.pairs[2 * i]} and ${map?.pairs[2 * i + 1]}, |r| = ${number(map?.separation[i] ?? 0)}`,
  }));
  const absent = !listed.some(({ value }) => value === pair);
  return (
    <label className="pair-choice">
      <b>Pair</b>
      <select
        value={free ? "" : pair}
        onChange={({ target }) => {
          const [p, q] = target.value.split(",").map(Number);
          study(store, { pair: target.value === "" ? null : [p, q] });
        }}
      >
        <option value="">closest: {pair.replace(",", " and ")}</option>
        {!free && absent && <option value={pair}>{pair.replace(",", " and ")}</option>}
        {listed.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Until there is a first answer: the run is trained again, exactly, and on past the shown step. */
function Waiting() {
  const waiting = useOf(pairsState, (state) => answerOf(state) === null);
  const failure = useOf(pairsState, (state) => state.pairs.failure);
  const ahead = useOf(pairsState, (state) => state.pairs.horizon);
  if (!waiting) return null;
  if (failure !== null)
    return (
      <p className="problem" role="alert">
        What the pair does is not known. {failure}
      </p>
    );
  return (
    <p className="waiting" aria-live="polite">
      Training this run once more, exactly, and {grouped(ahead)} steps past the shown one, to see
      what the pair does…
    </p>
  );
}

/** Which pair is drawn: another one than is chosen until that is worked out. */
function Drawn() {
  const words = useOf(pairsState, drawnWords);
  return words && <p className="note">{words}</p>;
}

/** A run that goes on is answered again and again; only a chosen moment is waited for. */
const isBusy = ({ pairs, page }: PairsState): boolean =>
  pairs.busy && !(page.transport.playing && page.scrub === null);

function Busy({ busy }: { readonly busy: boolean }) {
  return (
    <output className="busy" aria-label={busy ? "computing" : ""}>
      {busy ? "…" : ""}
    </output>
  );
}
