/** @file What can be done in the lab, beside what can be done to a run. */
import { PARAM_KEYS, type Settings } from "../../../experiment/params";
import { type Notice, parseSettings } from "../../../experiment/settings";
import { change, visit } from "../../../kit/live/model/actions";
import { beginDrawing, fitted } from "../../../kit/live/model/drawing";
import { partOf, partsWith } from "../../../kit/live/model/link";
import type { Store } from "../../../kit/live/model/store";
import { LAB_PART, type LabChoices } from "./choices";

/** Changes what the lab shows; the run goes on. */
export const choose = (store: Store, changes: Partial<LabChoices>): void =>
  visit(store, partsWith(store.getState().link, LAB_PART, changes));

/** What `b` has other than `a`; empty where they are the same. */
export const differenceOf = (a: Settings, b: Settings): Partial<Settings> =>
  Object.fromEntries(PARAM_KEYS.filter((key) => a[key] !== b[key]).map((key) => [key, b[key]]));

/** The settings of run B: `a` with what it has other. What does not fit the rest is mended and told. */
export const otherOf = (
  a: Settings,
  difference: Partial<Settings>,
): { readonly settings: Settings; readonly notices: readonly Notice[] } =>
  parseSettings({ ...a, ...difference });

/** Run B as the link of `store` has it. */
const otherNow = (store: Store): Settings => {
  const { link } = store.getState();
  return otherOf(link.settings, partOf(link, LAB_PART).difference).settings;
};

/** Changes run B; the page's run goes on. */
export function changeOther(store: Store, changes: Partial<Settings>): void {
  const b = otherNow(store);
  const { settings } = store.getState().link;
  choose(store, {
    difference: differenceOf(settings, fitted(beginDrawing(b), b, changes).settings),
  });
}

/** Makes the page's run B, with this left to tell it from. */
function become(store: Store, difference: (b: Settings) => Partial<Settings>): void {
  const b = otherNow(store);
  change(store, b, partsWith(store.getState().link, LAB_PART, { difference: difference(b) }));
}

/** A and B change places. */
export const swap = (store: Store): void => {
  const a = store.getState().link.settings;
  become(store, (b) => differenceOf(b, a));
};

/** B becomes the page's run, and nothing is left to compare it with. */
export const takeOther = (store: Store): void => become(store, () => ({}));

/** Opens the bench that trains the page's run beside one with these settings. */
export const compareWith = (store: Store, b: Settings): void =>
  choose(store, {
    bench: "compare",
    lanes: "two",
    difference: differenceOf(store.getState().link.settings, b),
  });
