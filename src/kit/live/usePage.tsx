/** @file How panels reach the page's store and what else the page has. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Readable } from "../state/join";
import { partOf } from "./model/link";
import type { LinkPart } from "./model/linkPart";
import type { PerPage } from "./model/perPage";
import type { State, Store } from "./model/store";

const Context = createContext<Store | null>(null);

export const StoreProvider = Context.Provider;

export function usePageStore(): Store {
  const store = useContext(Context);
  if (!store) throw new Error("a panel stands outside its StoreProvider");
  return store;
}

/** Renders again when what `select` gives is another value. */
export const usePage = <Value,>(select: (state: State) => Value): Value =>
  useStore(usePageStore(), select);

/** The chapter's own part of the link, or what is chosen of it. */
export const usePart = <Value, Chosen = Value>(
  part: LinkPart<Value>,
  choose: (value: Value) => Chosen = (value) => value as unknown as Chosen,
): Chosen => usePage(({ link }) => choose(partOf(link, part)));

/** The same as `usePage` of another store that the page has. */
export const useOf = <State, Value>(
  of: PerPage<Readable<State>>,
  select: (state: State) => Value,
): Value => useStore(of(usePageStore()), select);
