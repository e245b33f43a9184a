/** @file The page's run as a file, up to its last checkpoint; and the page at what such a file holds. */

import { fingerprint } from "../../../experiment/fingerprint";
import { shapeOf } from "../../../experiment/shape";
import { COLUMN, MEASURES } from "../../../run/frame";
import { isPowerOfTwo } from "../../../run/schedule";
import type { Moment } from "../../../run/standing";
import type { StoredFile } from "../../../run/storedRun";
import { landing } from "../model/actions";
import { fingerprintOf } from "../model/exact";
import { type History, isWhole } from "../model/history";
import type { Link } from "../model/link";
import { embeddingOf } from "../model/selectors";
import type { State, Store } from "../model/store";
import { momentOf } from "../model/stored";
import type { Seen } from "./mark";

type Trained = Pick<State, "link" | "codec" | "history" | "checkpoint" | "engine" | "exact">;

/** The link to a run for whoever opens it later: nothing of this window, and no step of it. */
export function plainLink(link: Link): Link {
  const { scene: _, exact: __, deck: ___, workers: ____, embed: _____, ...rest } = link;
  return { ...rest, at: null, theme: "system", profile: "reader" };
}

/** Fingerprints at powers of two, and those that the run went on from has. */
function claimsOf(history: History): Map<number, string> {
  const claims = new Map(history.claims);
  for (const snapshot of history.snapshots.filter((each) => isWhole(history, each)))
    if (isPowerOfTwo(snapshot.step)) claims.set(snapshot.step, fingerprintOf(snapshot));
  return claims;
}

/** The last moment that was seen, which may be after the checkpoint, where it is the same on every machine. */
export function lastSeen({ history, exact }: Pick<State, "history" | "exact">): Seen | null {
  const last = history?.snapshots.at(-1);
  if (!history || !last || !exact || !isWhole(history, last)) return null;
  return [last.step, fingerprintOf(last)];
}

/** Null while there is nothing to go on from. */
export function fileOf({
  link,
  codec,
  history,
  checkpoint,
  engine,
  exact,
}: Trained): StoredFile | null {
  if (!history || !checkpoint || !engine) return null;
  const { settings, steps, measures, snapshots } = history;
  const past = steps.subarray(0, history.length).findIndex((step) => step > checkpoint.step);
  const length = past < 0 ? history.length : past;
  const claims = exact ? claimsOf(history) : new Map<number, string>();
  const seen = lastSeen({ history, exact });
  if (seen) claims.set(...seen);
  const parameters = checkpoint.state.subarray(0, shapeOf(settings).size);
  claims.set(checkpoint.step, fingerprint(Float32Array.from(parameters)));
  let row = 0;
  const frames = snapshots
    .filter(({ step }) => step <= checkpoint.step)
    .map((snapshot): Moment => {
      while (row + 1 < length && steps[row + 1] <= snapshot.step) row++;
      const [train, test] = [measures.train[row], measures.test[row]];
      return { step: snapshot.step, train, test, embedding: embeddingOf(snapshot, settings) };
    });
  return {
    settings,
    steps: steps.slice(0, length),
    measures: MEASURES.toSorted((a, b) => COLUMN[a] - COLUMN[b]).map((name) =>
      measures[name].slice(0, length),
    ),
    frames,
    moments: [checkpoint],
    claims,
    training: { link: codec.encode({ ...plainLink(link), settings }), engine: engine.name, exact },
  };
}

/** Shows the run of a file at its last moment, in the first chapter; it trains on from there. */
export function openFile(store: Store, file: StoredFile): void {
  const { codec, link: now } = store.getState();
  const { link, notices } = codec.decode(file.training?.link ?? "v=1");
  const { theme, profile, deck, workers } = now;
  const moment = momentOf(file, file.moments[file.moments.length - 1]);
  store.setState(({ epoch }) => ({
    given: Promise.resolve(moment),
    link: {
      ...plainLink(link),
      ...landing(store),
      settings: file.settings,
      theme,
      profile,
      ...(deck && { deck }),
      ...(workers && { workers }),
    },
    notices,
    epoch: epoch + 1,
    transport: { playing: false, until: null },
    scrub: null,
    revealed: false,
    pointed: null,
  }));
}
