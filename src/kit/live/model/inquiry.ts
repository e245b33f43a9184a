/**
 * @file Asks the probe about the shown moment.
 */
import type { Probe, Question } from "../../../run/probe";
import { isWhole } from "./history";
import { inquire } from "./inquire";
import { lookOf } from "./look";
import { type makeProjection, pinnedOf, projectionOf, shown } from "./selectors";
import type { State, Store } from "./store";

/** Cells of the field in either direction. */
const RESOLUTION = 44;

/** The probe rests at least this long (ms), and as long as it worked: training needs the machine. */
const PAUSE = 60;

function questionOf(
  state: State,
  projectionOf: ReturnType<typeof makeProjection>,
): Question | null {
  const snapshot = shown(state);
  const { settings } = state.link;
  const { history } = state;
  if (!snapshot || history?.settings !== settings || !isWhole(history, snapshot)) return null;
  const { field, forces } = lookOf(state.link);
  const { sight } = state;
  const projection = projectionOf(snapshot, settings);
  const plane = sight &&
    projection && {
      ...projection.plane(sight.x, sight.y),
      columns: settings.d === 1 ? 1 : RESOLUTION,
      rows: RESOLUTION,
    };
  return {
    settings,
    step: snapshot.step,
    parameters: snapshot.parameters,
    field: field === "on" && plane ? { x: pinnedOf(state.link), plane } : null,
    forces: forces === "on",
  };
}

const same = (a: Question, b: Question): boolean =>
  a.parameters === b.parameters &&
  a.forces === b.forces &&
  a.field?.x === b.field?.x &&
  JSON.stringify(a.field?.plane) === JSON.stringify(b.field?.plane);

/**
 * Returns what ends it. The pictures keep the last answer where there is none to a question. `projection` is that of
 * the picture which shows the answers.
 */
export const startInquiry = (store: Store, probe: Probe, projection = projectionOf): (() => void) =>
  inquire(store, {
    question: () => questionOf(store.getState(), projection),
    same,
    ask: probe,
    answered(answer, { settings }) {
      const current = store.getState().history?.settings === settings;
      store.setState({ unanswered: null, ...(current && { answer }) });
    },
    failed: (unanswered) => store.setState({ unanswered }),
    pause: (took) => Math.max(PAUSE, took),
  });
