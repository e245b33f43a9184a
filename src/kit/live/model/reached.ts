/** @file The phases that the reader's own runs of a chapter's presets have come to. */
import { createStore } from "zustand/vanilla";
import type { Phase } from "../../../theory/phase";
import type { Readable } from "../../state/join";
import { type PerPage, perPage } from "./perPage";
import type { Store } from "./store";

/** By the preset's name; those that have not been seen to end are missing. */
export type Reached = Readonly<Partial<Record<string, Phase>>>;

/** Kept from when `now` first says that the preset of that name has come to its phase. */
export const reachedOf = <State>(
  of: (page: Store) => Readable<State>,
  now: (state: State) => { readonly name: string; readonly phase: Phase } | null,
): PerPage<Readable<Reached>> =>
  perPage((page) => {
    const source = of(page);
    const store = createStore<Reached>(() => ({}));
    const look = () => {
      const found = now(source.getState());
      if (found && store.getState()[found.name] !== found.phase)
        store.setState({ [found.name]: found.phase });
    };
    look();
    source.subscribe(look);
    return store;
  });
