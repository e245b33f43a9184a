/** @file Whether the first run goes on from what its tab kept, which is decided before it begins. */
import type { Link } from "../model/link";
import type { State } from "../model/store";
import { part } from "../part";
import { readMark, runName } from "./mark";

/** Whether the page is shown again in its tab: reloaded, gone back to, or restored by the browser. */
function isAgain(): boolean {
  // Chrome discards hidden tabs to save memory.
  if ((document as { readonly wasDiscarded?: boolean }).wasDiscarded) return true;
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry !== undefined && (entry.type === "reload" || entry.type === "back_forward");
}

/**
 * What is kept of the link's run, to go on from; null where it begins anew, which is decided at once. A link
 * that names an earlier step shows that step, and one that claims a run replays all of it.
 */
export function resumed(link: Link): State["given"] {
  if (link.embed || link.exact !== undefined || !isAgain()) return null;
  const mark = readMark();
  if (mark === null || mark.run !== runName(link)) return null;
  if (link.at !== null && mark.step >= link.at) return null;
  return part(() => import("./keptRun")).then(({ readKept }) => readKept(mark, link.settings));
}
