/** @file What the panels of Figure 3 share: page, both studies and the view as one scene. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import { join, type Readable } from "../../state/join";
import {
  createNetworksView,
  type NetworksScene,
  type NetworksView,
  openFigure3,
} from "../../state/networks";
import { usePage, usePageStore } from "../StoreContext";
import { useStudy } from "../StudiesContext";

interface Shared {
  readonly scene: Readable<NetworksScene>;
  readonly view: StoreApi<NetworksView>;
}

const Context = createContext<Shared | null>(null);

export function NetworksProvider({ children }: { readonly children: ReactNode }) {
  const page = usePageStore();
  const study = useStudy("data");
  const own = useStudy("own");
  const settings = usePage((state) => state.link.settings);
  const shared = useMemo(() => {
    const view = createNetworksView();
    const scene = join<NetworksScene>({ page, study: study.store, own: own.store, view });
    return { scene, view };
  }, [page, study, own]);
  useEffect(() => openFigure3(settings, study, own), [settings, study, own]);
  return <Context.Provider value={shared}>{children}</Context.Provider>;
}

export function useNetworks(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error("a panel of Figure 3 stands outside of it");
  return shared;
}

/** Renders again when what `select` gives is another value. */
export const useNetworksScene = <Value,>(select: (scene: NetworksScene) => Value): Value =>
  useStore(useNetworks().scene, select);
