/**
 * @file What a reader can do in chapter 6, and what follows from it: a figure is opened, a grid of
 * one's own is prepared, the history of the chosen cell is fetched.
 */
import { createStore } from "zustand/vanilla";
import { type NamedExperiment, sameExperiment } from "../../../experiment/experimentFile";
import type { Settings } from "../../../experiment/params";
import { alikeBut } from "../../../experiment/settings";
import type { GuessState } from "../../../kit/live/guess/question";
import { roomOf } from "../../../kit/live/guess/room";
import { change, choose, setPlaying, visit } from "../../../kit/live/model/actions";
import { partOf, partsWith } from "../../../kit/live/model/link";
import { perPage } from "../../../kit/live/model/perPage";
import type { State, Store } from "../../../kit/live/model/store";
import { join } from "../../../kit/state/join";
import { memo } from "../../../kit/state/memo";
import { pageStudy } from "../../../kit/study/model/studies";
import type { StudyState } from "../../../kit/study/model/studyState";
import type { Moment } from "../../../run/standing";
import { type Across, acrossStore } from "./across";
import { type FigureName, gridHere, PHASES_PART, type PhaseChoices, rangeOf } from "./choices";
import { type Lattice, latticeOf, type NumericKey } from "./lattice";
import { type Meetings, meetingsStore } from "./meetings";
import { entryOf, isRatePlane, type Moves, makePhases } from "./scores";
import { orderOf } from "./survey";

/** The kept moments of the chosen cell's network. */
export interface Replay {
  readonly replica: number | null;
  readonly moments: readonly Moment[];
  /** The moment that is shown, as a position. */
  readonly at: number;
  readonly problem: string | null;
}

const NOTHING: Replay = { replica: null, moments: [], at: 0, problem: null };
export const replayStore = perPage(() => createStore<Replay>(() => NOTHING));

export const phasesStudy = pageStudy();

/** All that chapter 6 shows. */
export interface PhasesState extends GuessState {
  readonly study: StudyState;
  readonly replay: Replay;
  readonly across: Across;
  readonly meetings: Meetings;
}

export const phasesState = perPage((page) =>
  join<PhasesState>({
    page,
    guesses: roomOf(page),
    study: phasesStudy(page).store,
    replay: replayStore(page),
    across: acrossStore(page),
    meetings: meetingsStore(page),
  }),
);

/** What tells which cell is chosen, and which network it is. */
type Chosen = Pick<PhasesState, "study"> & { readonly page: Pick<State, "link"> };

export const latticeFor = memo((named: NamedExperiment | null): Lattice | null =>
  named ? latticeOf(named.experiment) : null,
);

/** The chosen cell within the lattice: a smaller one keeps it at its edge. */
export interface Place {
  readonly column: number;
  readonly row: number;
  readonly seed: number;
}
export const placeOf = memo(
  ({ x, y, seeds }: Lattice, choices: PhaseChoices): Place => ({
    column: Math.min(choices.column, x.values.length - 1),
    row: Math.min(choices.row, y.values.length - 1),
    seed: Math.min(choices.replica, seeds.length - 1),
  }),
);

/** The replica at the cursor; null while no grid is shown. */
export function chosenReplica({ page, study }: Chosen): number | null {
  const lattice = latticeFor(study.named);
  if (!lattice) return null;
  const { column, row, seed } = placeOf(lattice, partOf(page.link, PHASES_PART));
  return lattice.index(column, row, seed);
}

const same = memo((a: Settings, b: Settings): boolean => alikeBut(a, b));

/** Whether the page's run is the chosen cell's network. */
export function isLive(chosen: Chosen): boolean {
  const replica = chosenReplica(chosen);
  return replica !== null && same(chosen.study.settings[replica], chosen.page.link.settings);
}

const choicesOf = (store: Store): PhaseChoices => partOf(store.getState().link, PHASES_PART);

/** The link's parts with another cell chosen. */
const at = (store: Store, { column, row, seed }: Place) =>
  partsWith(store.getState().link, PHASES_PART, { column, row, replica: seed });

export const goTo = (store: Store, place: Place): void => visit(store, at(store, place));

/** Holds the cells against a rule whose threshold the reader moves; null is the best there is. */
export function slide(store: Store, lattice: Lattice, moves: Moves, at: number | null): void {
  const { rule } = moves;
  choose(store, PHASES_PART, { rule, [rule]: at === null ? 0 : entryOf(lattice, moves, at) });
}

/** Makes the page's run that of this cell. */
export function openCell(store: Store, place: Place): void {
  const study = phasesStudy(store);
  const { named, settings } = study.store.getState();
  const lattice = latticeFor(named);
  if (!lattice) return;
  const chosen = settings[lattice.index(place.column, place.row, place.seed)];
  // The picture is a frame behind: the cell may be of a grid that has gone.
  if (!chosen) return;
  if (same(chosen, store.getState().link.settings)) {
    goTo(store, place);
    setPlaying(store, true);
  } else change(store, chosen, at(store, place));
}

/** Trains the grid, in the order that the reader wants. */
export function trainGrid(store: Store): void {
  const study = phasesStudy(store);
  const { named, settings } = study.store.getState();
  const lattice = latticeFor(named);
  if (!lattice) return;
  const phases = makePhases();
  const boundaryOnly = choicesOf(store).order === "boundary";
  study.start(orderOf(lattice, boundaryOnly, (results) => phases(results, settings)));
}

/** Another knob on an axis, over its own range; the knob of the other axis changes places. */
export function chooseAxis(store: Store, axis: "x" | "y", key: NumericKey): void {
  const { x, y, xFrom, xTo, yFrom, yTo } = choicesOf(store);
  const other = axis === "x" ? y : x;
  if (key === other) {
    choose(store, PHASES_PART, {
      x: y,
      y: x,
      xFrom: yFrom,
      xTo: yTo,
      yFrom: xFrom,
      yTo: xTo,
    });
    return;
  }
  const [from, to] = rangeOf(key);
  choose(
    store,
    PHASES_PART,
    axis === "x" ? { x: key, xFrom: from, xTo: to } : { y: key, yFrom: from, yTo: to },
  );
}

/**
 * A grid of one's own with a figure's axes: as many cells and seeds as one's own has. In the plane of
 * Figure 5 as many steps too; elsewhere as many as the figure's, whose encoder is slow.
 */
export function choicesLike(
  { experiment }: NamedExperiment,
  lattice: Lattice,
  { steps }: PhaseChoices,
): Partial<PhaseChoices> {
  const { x, y } = lattice;
  const { batch } = experiment.base;
  return {
    figure: "here",
    x: x.key,
    xFrom: x.values[0],
    xTo: x.values[x.values.length - 1],
    y: y.key,
    yFrom: y.values[0],
    yTo: y.values[y.values.length - 1],
    batch,
    steps: isRatePlane(lattice) ? steps : experiment.base.steps,
  };
}

/** A grid of one's own, with the axes, the relation and the networks of the figure that is shown. */
export function ownGrid(store: Store): void {
  const { named } = phasesStudy(store).store.getState();
  const lattice = latticeFor(named);
  if (!named || !lattice) return;
  const { link } = store.getState();
  const like = choicesLike(named, lattice, choicesOf(store));
  change(store, named.experiment.base, partsWith(link, PHASES_PART, like));
}

const isRecorded = (figure: FigureName): boolean => figure !== "here";

/** Milliseconds without a change before a grid of one's own is prepared anew. */
const PAUSE = 250;

/** Opens what the link asks for, now and whenever it asks for something else. Returns what ends it. */
export function bindFigure(store: Store): () => void {
  const study = phasesStudy(store);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    const phases = choicesOf(store);
    const { settings } = store.getState().link;
    const { named, origin, status } = study.store.getState();
    if (isRecorded(phases.figure)) {
      if (named?.name === phases.figure && origin === "recorded" && status.kind === "done") return;
      void study.openRecording(phases.figure);
      return;
    }
    const wanted = gridHere(phases, settings);
    if (origin === "live" && sameExperiment(named, wanted)) return;
    void study.prepare(wanted);
  };
  open();
  const unsubscribe = store.subscribe(({ link }, { link: before }) => {
    const { figure } = partOf(link, PHASES_PART);
    if (figure !== partOf(before, PHASES_PART).figure) {
      clearTimeout(timer);
      open();
    } else if (!isRecorded(figure) && link !== before) {
      clearTimeout(timer);
      timer = setTimeout(open, PAUSE);
    }
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

/** Lets the page's run rest while it is not the chosen cell's. Returns what ends it. */
export function bindRest(page: Store): () => void {
  const { rests } = page.getState();
  const { store } = phasesStudy(page);
  const look = () => {
    const study = store.getState();
    page.setState({ rests: (link) => rests(link) || !isLive({ page: { link }, study }) });
  };
  look();
  const unsubscribe = store.subscribe(({ settings }, before) => {
    if (settings !== before.settings) look();
  });
  return () => {
    unsubscribe();
    page.setState({ rests });
  };
}

/** Keeps the replay that of the chosen cell. Returns what ends it. */
export function bindReplay(page: Store): () => void {
  const state = phasesState(page);
  const study = phasesStudy(page);
  const replay = replayStore(page);
  let asked: readonly [number | null, unknown] = [null, null];
  const look = () => {
    const now = state.getState();
    const replica = chosenReplica(now);
    const result = replica === null ? null : now.study.results[replica];
    if (replica === asked[0] && result === asked[1]) return;
    const mine = [replica, result] as const;
    const another = replica !== asked[0];
    asked = mine;
    if (replica === null || result === null) {
      replay.setState({ ...NOTHING, replica });
      return;
    }
    study.histories(replica).then(
      (moments) => {
        if (asked !== mine) return;
        const last = Math.max(0, moments.length - 1);
        replay.setState({ replica, moments, at: another ? 0 : last, problem: null });
      },
      (error: Error) => {
        if (asked === mine) replay.setState({ ...NOTHING, replica, problem: error.message });
      },
    );
  };
  look();
  const unsubscribe = state.subscribe(look);
  return () => {
    unsubscribe();
    asked = [null, null];
    // Opened again, the chapter plays it from its start.
    replay.setState(NOTHING);
  };
}

export const showMoment = (page: Store, at: number): void =>
  replayStore(page).setState(({ moments }) => ({
    at: Math.max(0, Math.min(moments.length - 1, at)),
  }));
