/**
 * @file The one place where a change causes work: settings start a run, transport drives it.
 */
import type { Settings } from "../../../experiment/params";
import type { Run, Source } from "../../../run/source";
import { insteadOf, type RunEvent, type Transport } from "../../../run/wire";
import { append, emptyHistory, type History, rewind } from "./history";
import type { State, Store } from "./store";
import type { StoredMoment } from "./stored";

/** A run that was replaced sooner than this (ms) is not kept to compare with. */
const WORTH_KEEPING = 800;

/** Milliseconds over which the shown speed is averaged. */
const SPEED_WINDOW = 500;

/** Milliseconds after a stroke in which no other begins: the drawing has come to rest. */
const REST = 400;

/** The run rests where it is not shown. */
const resting = ({ link, rests }: State): boolean => rests(link);

/** The earlier of two steps, where null is the end. */
const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** A run that is shown at an earlier step waits there. */
const directions = (state: State): Transport => {
  const { transport, scrub, link, bound } = state;
  const playing = transport.playing && scrub === null && !resting(state);
  return { playing, until: earlier(transport.until, bound), pace: link.pace };
};

/** Starts the first run at once. Returns what ends the session. `now` is a clock in ms. */
export function startSession(store: Store, source: Source, now: () => number): () => void {
  let run: Run | null = null;
  let runs = 0;
  let startedAt = 0;
  let trained: Settings = store.getState().link.settings;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let mark = { time: 0, step: 0 };
  /** Each is told once. */
  const lacks = new Set<string | null>();

  function restart(): void {
    const state = store.getState();
    const { link, history, ghost } = state;
    run?.stop();
    run = null;
    runs += 1;
    const mine = runs;
    trained = link.settings;
    const lived = now() - startedAt;
    startedAt = now();
    store.setState({
      status: { kind: "starting" },
      history: emptyHistory(link.settings),
      ghost: history && lived > WORTH_KEEPING ? history : ghost,
      setback: null,
      stepsPerSecond: null,
      answer: null,
      checkpoint: null,
      given: null,
    });
    const moment = state.given?.then((given) => given ?? state.stored(link)) ?? state.stored(link);
    if (!moment) {
      begin(null);
      return;
    }
    moment.then(
      (found) => {
        if (mine === runs) begin(found);
      },
      ({ message }: Error) => {
        if (mine !== runs) return;
        store.setState({
          setback: `${message} The run is trained from its first weights instead.`,
        });
        begin(null);
      },
    );
  }

  /** Trains on from a moment, or from the first weights. */
  function begin(moment: StoredMoment | null): void {
    const { link } = store.getState();
    const from = moment?.checkpoint ?? null;
    const met = [...(moment?.history.claims.keys() ?? [])];
    if (moment) {
      const { history, exact } = moment;
      store.setState({ history: { ...history, settings: trained }, exact });
    }
    mark = { time: now(), step: from?.step ?? 0 };
    run = source(
      { settings: [trained], engine: link.engine, from, ...(met.length > 0 && { met }) },
      directions(store.getState()),
      receive,
    );
  }

  function receive(event: RunEvent): void {
    switch (event.kind) {
      case "ready": {
        mark = { time: now(), step: event.from };
        const lack = insteadOf(store.getState().link.engine, event.engine);
        const isNew = lack !== null && !lacks.has(lack);
        lacks.add(lack);
        store.setState(({ history, exact, setback }) => ({
          setback: setback ?? (isNew ? lack : null),
          engine: event.engine,
          // A run is exact as long as every engine that it was trained on was.
          exact: event.engine.exact && (event.from === 0 || exact),
          // The moment that it goes on from is told again, and shown until then.
          history: rewind(history as History, event.from + 1),
          status: { kind: "running" },
        }));
        break;
      }
      case "compared":
        store.setState({ engine: event.engine });
        break;
      case "setback":
        store.setState({ setback: event.message });
        break;
      case "frames":
        store.setState(({ history, stepsPerSecond, transport, bound }) => {
          const next = append(history as History, event.frames, bound);
          const step = next.snapshots.at(-1)?.step ?? 0;
          const elapsed = now() - mark.time;
          const measured = elapsed > SPEED_WINDOW;
          const speed = measured ? ((step - mark.step) / elapsed) * 1000 : stepsPerSecond;
          if (measured) mark = { time: now(), step };
          const arrived = transport.until !== null && step >= transport.until;
          return {
            history: next,
            stepsPerSecond: speed,
            ...(arrived ? { transport: { ...transport, playing: false } } : {}),
          };
        });
        break;
      case "checkpoint":
        store.setState({ checkpoint: event.checkpoint });
        break;
      case "done":
        store.setState({ status: { kind: "done" } });
        break;
      case "failed":
        store.setState({ status: { kind: "failed", message: event.message }, setback: null });
        break;
      default:
        event satisfies never;
    }
  }

  /** The run waits while its relation is drawn. */
  function settle(): void {
    clearTimeout(settling);
    if (store.getState().drawing.phase !== "settling") return;
    settling = setTimeout(
      () => store.setState(({ drawing }) => ({ drawing: { ...drawing, phase: "rest" } })),
      REST,
    );
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.drawing !== before.drawing) settle();
    const replaced =
      (state.link.settings !== trained && state.drawing.phase === "rest") ||
      state.link.engine !== before.link.engine ||
      state.epoch !== before.epoch;
    if (replaced) restart();
    else if (
      state.transport !== before.transport ||
      state.bound !== before.bound ||
      state.link.pace !== before.link.pace ||
      (state.scrub === null) !== (before.scrub === null) ||
      resting(state) !== resting(before)
    ) {
      mark = { time: now(), step: state.history?.snapshots.at(-1)?.step ?? 0 };
      run?.direct(directions(state));
    }
  });
  restart();
  return () => {
    unsubscribe();
    clearTimeout(settling);
    run?.stop();
  };
}
