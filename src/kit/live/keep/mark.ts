/**
 * @file Which run this tab keeps. Read before the first run begins, so it is small and at once: session
 * storage, which is the tab's own and survives a reload.
 */
import { nonDefaults } from "../../../experiment/settings";
import type { Link } from "../model/link";

export interface Mark {
  /** Its name on the shelf, the tab's. */
  readonly key: string;
  /** Which run it is. */
  readonly run: string;
  /** The step that it goes on from. */
  readonly step: number;
  /** A later step that was seen, and the fingerprint there: a page that is left has no time to write more. */
  readonly seen?: Seen;
}

export type Seen = readonly [step: number, fingerprint: string];

const NAME = "geneft-run";

/** Runs of the same settings on the same engine are the same. */
export const runName = ({ settings, engine }: Pick<Link, "settings" | "engine">): string =>
  JSON.stringify([nonDefaults(settings), engine]);

const isStep = (step: unknown) => Number.isSafeInteger(step) && (step as number) >= 0;
const isSeen = (seen: unknown): seen is Seen =>
  Array.isArray(seen) && isStep(seen[0]) && typeof seen[1] === "string";

/** Null where nothing is kept, and where the browser refuses to say. */
export function readMark(): Mark | null {
  try {
    const { key, run, step, seen } = JSON.parse(sessionStorage.getItem(NAME) ?? "null");
    if (typeof key !== "string" || typeof run !== "string" || !isStep(step)) return null;
    return { key, run, step, ...(isSeen(seen) && { seen }) };
  } catch {
    return null;
  }
}

/** Does nothing where the browser refuses: then a reload begins anew. */
export function writeMark(mark: Mark): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(mark));
  } catch {}
}
