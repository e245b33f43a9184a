/**
 * @file The engine of a run. It begins at once on the first that starts; once the run has proved
 * worth it, that one and WebGL are measured on its shape, and what was found is remembered.
 */

import type { EngineName } from "../run/engineChoice";
import type { Job } from "../run/wire";
import type { Comparison } from "./comparison";
import { type Loaders, type Opened, openEngine, openFastest } from "./engines";

export interface Chooser {
  /** The engine to begin with. Measures nothing. */
  open(job: Job): Promise<Opened>;
  /** The engine to go on with after measuring; null if there is nothing new to learn. */
  compare(job: Job, current: EngineName): Promise<Opened | null>;
}

const NOT_YET = "not measured yet: a run must last two seconds for that";

/** `order` is the one in which engines are tried where nothing is measured, as without `comparison`. */
export const makeChooser = (
  order: readonly EngineName[],
  loaders: Loaders,
  comparison: Comparison | null,
): Chooser => ({
  async open({ engine, settings, without }) {
    const findings = comparison?.known(settings, 1);
    if (engine === "auto" && findings)
      return openFastest(settings, findings, order, loaders, without);
    const opened = await openEngine(settings, engine, order, loaders, without);
    const begins = engine === "auto" && opened.info.name !== "webgl" && comparison !== null;
    if (!begins) return opened;
    const declined = { webgl: NOT_YET, ...opened.info.declined };
    return { ...opened, info: { ...opened.info, declined } };
  },
  async compare({ engine, settings, without }, current) {
    if (!comparison || engine !== "auto" || current === "webgl") return null;
    if (without?.webgl !== undefined || comparison.known(settings, 1)) return null;
    return openFastest(settings, await comparison.find(settings, 1), order, loaders, without);
  },
});
