/** @file How chapter 4's panels reach their store. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { SandboxState, SandboxStore } from "../../state/sandbox";

const Context = createContext<SandboxStore | null>(null);

export const SandboxProvider = Context.Provider;

export function useSandboxStore(): SandboxStore {
  const store = useContext(Context);
  if (!store) throw new Error("a panel of the sandbox stands outside its SandboxProvider");
  return store;
}

/** Renders again when what `select` gives is another value. */
export const useSandbox = <Value,>(select: (state: SandboxState) => Value): Value =>
  useStore(useSandboxStore(), select);
