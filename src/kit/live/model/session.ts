/**
 * @file The one place where a change causes work: settings start a run, transport drives it.
 */
import type { Run, Source } from "../../../run/source";
import type { Checkpoint, RunEvent, Transport } from "../../../run/wire";
import { append, emptyHistory, type History, isRecorded, rewind } from "./history";
import type { State, Store } from "./store";

/** A run that was replaced sooner than this (ms) is not kept to compare with. */
const WORTH_KEEPING = 800;

/** Milliseconds over which the shown speed is averaged. */
const SPEED_WINDOW = 500;

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
  let mark = { time: 0, step: 0 };

  function restart(): void {
    const state = store.getState();
    const { link, history, ghost } = state;
    run?.stop();
    run = null;
    runs += 1;
    const mine = runs;
    const lived = now() - startedAt;
    startedAt = now();
    store.setState({
      status: { kind: "starting" },
      history: emptyHistory(link.settings),
      ghost: history && lived > WORTH_KEEPING ? history : ghost,
      setback: null,
      stepsPerSecond: null,
      answer: null,
    });
    const moment = state.stored(link);
    if (!moment) {
      begin(null);
      return;
    }
    moment.then(
      ({ history, checkpoint }) => {
        if (mine !== runs) return;
        store.setState({ history: { ...history, settings: link.settings } });
        begin(checkpoint);
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

  function begin(from: Checkpoint | null): void {
    const { link } = store.getState();
    mark = { time: now(), step: from?.step ?? 0 };
    run = source(
      { settings: [link.settings], engine: link.engine, from },
      directions(store.getState()),
      receive,
    );
  }

  function receive(event: RunEvent): void {
    switch (event.kind) {
      case "ready":
        mark = { time: now(), step: event.from };
        store.setState(({ history, exact }) => ({
          engine: event.engine,
          // A run is exact as long as every engine that it was trained on was.
          exact:
            event.engine.exact && (event.from === 0 || exact || isRecorded(history as History)),
          // The moment that it goes on from is told again, and shown until then.
          history: rewind(history as History, event.from + 1),
          status: { kind: "running" },
        }));
        break;
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

  const unsubscribe = store.subscribe((state, before) => {
    const replaced =
      state.link.settings !== before.link.settings ||
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
    run?.stop();
  };
}
