/** @file How panels reach the store. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { State, Store } from "../state/store";

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
