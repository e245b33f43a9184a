/**
 * @file Sharing a run bit for bit: what it was at a step, and whether another one is the same.
 *
 * Text: the fingerprint at the step, then the first four digits of the fingerprint at every power of
 * two before it, each after a dot; so a difference can be traced to where it first shows.
 */

import { fingerprint } from "../../../experiment/fingerprint";
import { shapeOf } from "../../../experiment/shape";
import { isPowerOfTwo } from "../../../run/schedule";
import { type History, type Snapshot, snapshotAt } from "./history";
import type { Link } from "./link";
import type { State } from "./store";

/** Digits of a fingerprint on the way. */
const DIGITS = 4;

/** Snapshots at powers of two before `step`. */
const onTheWay = ({ snapshots }: History, step: number): Snapshot[] =>
  snapshots.filter((snapshot) => snapshot.step < step && isPowerOfTwo(snapshot.step));

/** Of a recorded step there may be nothing but what the recording claims. */
const digitsOf = ({ claims }: History, { step, parameters }: Snapshot): string =>
  (claims.get(step) ?? fingerprint(parameters)).slice(0, DIGITS);

/** The run as it is at a snapshot, for a link. */
export const claim = (history: History, snapshot: Snapshot): string =>
  [
    fingerprint(snapshot.parameters),
    ...onTheWay(history, snapshot.step).map((each) => digitsOf(history, each)),
  ].join(".");

/** The link that replays the run up to the snapshot on the exact engine and compares. */
export const exactLink = (link: Link, history: History, snapshot: Snapshot): Link => ({
  ...link,
  engine: "simd",
  at: snapshot.step,
  exact: claim(history, snapshot),
});

export type Replay =
  | { readonly kind: "waiting" }
  | { readonly kind: "identical"; readonly at: number; readonly fingerprint: string }
  | {
      readonly kind: "different";
      readonly at: number;
      /** The first step known to differ. */
      readonly first: number;
      readonly claimed: string;
      readonly found: string;
    };

const WAITING: Replay = { kind: "waiting" };

function compare(exact: string, history: History, snapshot: Snapshot): Replay {
  const [claimed, ...way] = exact.split(".");
  const at = snapshot.step;
  const found = fingerprint(snapshot.parameters);
  if (found === claimed) return { kind: "identical", at, fingerprint: found };
  const strayed = onTheWay(history, at).find((each, i) => way[i] !== digitsOf(history, each));
  return { kind: "different", at, first: strayed?.step ?? at, claimed, found };
}

/** Comparing takes some milliseconds, and a snapshot never changes. */
const compared = new WeakMap<Snapshot, Replay>();

/** What has become of the link's claim; null if it makes none. */
export function replay({ link, history }: Pick<State, "link" | "history">): Replay | null {
  if (!link.exact || link.at === null || !history) return null;
  const snapshot = snapshotAt(history, link.at);
  if (snapshot?.step !== link.at) return WAITING;
  const known = compared.get(snapshot) ?? compare(link.exact, history, snapshot);
  compared.set(snapshot, known);
  return known;
}

/**
 * Whether a run that went on from a recording is the one that was recorded: at the last step that both
 * have come to, after the moment that it went on from. Null before there is one.
 */
export function proof({ history }: Pick<State, "history">): Replay | null {
  if (!history) return null;
  const { claims, snapshots, settings } = history;
  const { size } = shapeOf(settings);
  const snapshot = snapshots.findLast(
    ({ step, parameters }) =>
      step > history.recorded && claims.has(step) && parameters.length === size,
  );
  if (!snapshot) return null;
  const known = proved.get(snapshot) ?? comparison(snapshot, claims.get(snapshot.step) ?? "");
  proved.set(snapshot, known);
  return known;
}

const proved = new WeakMap<Snapshot, Replay>();

function comparison({ step, parameters }: Snapshot, claimed: string): Replay {
  const found = fingerprint(parameters);
  return found === claimed
    ? { kind: "identical", at: step, fingerprint: found }
    : { kind: "different", at: step, first: step, claimed, found };
}
