/**
 * @file Asks the probe about the shown moment: one question at a time, the newest next.
 */
import type { Probe, Question } from "../run/probe";
import { projectionOf, shown } from "./selectors";
import type { State, Store } from "./store";

/** Cells of the field in either direction. */
const RESOLUTION = 44;

/** The probe rests at least this long (ms), and as long as it worked: training needs the machine. */
const PAUSE = 60;

function questionOf(state: State): Question | null {
  const snapshot = shown(state);
  const { settings } = state.link;
  if (!snapshot || state.history?.settings !== settings) return null;
  const { field, forces } = state.display;
  const { sight } = state;
  const plane = sight && {
    ...projectionOf(snapshot, settings).plane(sight.x, sight.y),
    columns: settings.d === 1 ? 1 : RESOLUTION,
    rows: RESOLUTION,
  };
  return {
    settings,
    step: snapshot.step,
    parameters: snapshot.parameters,
    field: field && plane ? { x: state.pinned, plane } : null,
    forces,
  };
}

const same = (a: Question, b: Question): boolean =>
  a.parameters === b.parameters &&
  a.forces === b.forces &&
  a.field?.x === b.field?.x &&
  JSON.stringify(a.field?.plane) === JSON.stringify(b.field?.plane);

/** Returns what ends it. */
export function startInquiry(store: Store, probe: Probe): () => void {
  let asked: Question | null = null;
  let busy = false;
  let ended = false;

  async function ask(): Promise<void> {
    const question = questionOf(store.getState());
    if (busy || ended || !question || (asked && same(question, asked))) return;
    asked = question;
    busy = true;
    const begun = performance.now();
    try {
      const answer = await probe(question);
      const { history } = store.getState();
      if (!ended && history?.settings === question.settings) store.setState({ answer });
    } catch {
      // The pictures keep the last answer; a failing network is told of by the run itself.
    }
    const rest = Math.max(PAUSE, performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, rest));
    busy = false;
    void ask();
  }

  const unsubscribe = store.subscribe(() => void ask());
  void ask();
  return () => {
    ended = true;
    unsubscribe();
  };
}
