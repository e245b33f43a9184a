/** @file What can be done in the lab, beside what can be done to a run. */
import { PARAM_KEYS, type Settings } from "../../../experiment/params";
import { visit } from "../../../kit/live/model/actions";
import { partsWith } from "../../../kit/live/model/link";
import type { Store } from "../../../kit/live/model/store";
import { LAB_PART, type LabChoices } from "./choices";

/** Changes what the lab shows; the run goes on. */
export const choose = (store: Store, changes: Partial<LabChoices>): void =>
  visit(store, partsWith(store.getState().link, LAB_PART, changes));

/** What `b` has other than `a`; empty where they are the same. */
export const differenceOf = (a: Settings, b: Settings): Partial<Settings> =>
  Object.fromEntries(PARAM_KEYS.filter((key) => a[key] !== b[key]).map((key) => [key, b[key]]));

/** Opens the bench that trains the page's run beside one with these settings. */
export const compareWith = (store: Store, b: Settings): void =>
  choose(store, {
    bench: "compare",
    lanes: "two",
    difference: differenceOf(store.getState().link.settings, b),
  });
