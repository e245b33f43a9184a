/**
 * @file What a page has once and keeps while it is open, made when it is first asked for: a chapter's
 * own state outlives its being open.
 */
import type { Store } from "./store";

export interface PerPage<Thing> {
  (page: Store): Thing;
  /** Takes the place of what would be made. */
  give(page: Store, thing: Thing): void;
}

export function perPage<Thing>(make: (page: Store) => Thing): PerPage<Thing> {
  const made = new WeakMap<Store, { readonly thing: Thing }>();
  const of = (page: Store): Thing => {
    const known = made.get(page) ?? { thing: make(page) };
    made.set(page, known);
    return known.thing;
  };
  return Object.assign(of, {
    give: (page: Store, thing: Thing) => void made.set(page, { thing }),
  });
}
