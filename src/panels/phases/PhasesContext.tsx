/** @file What the panels of chapter 6 share: page, study and replay as one scene. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { join } from "../../state/join";
import {
  bindFigure,
  bindReplay,
  bindRest,
  createReplay,
  type ReplayStore,
  type Scene,
  type SceneStore,
} from "../../state/phases";
import type { Study } from "../../state/study";
import { usePageStore } from "../StoreContext";
import { useStudy } from "../StudiesContext";

interface Shared {
  readonly scene: SceneStore;
  readonly study: Study;
  readonly replay: ReplayStore;
}

const Context = createContext<Shared | null>(null);

export function PhasesProvider({ children }: { readonly children: ReactNode }) {
  const page = usePageStore();
  const study = useStudy("phases");
  const shared = useMemo(() => {
    const replay = createReplay();
    const scene = join<Scene>({ page, study: study.store, replay });
    return { scene, study, replay };
  }, [page, study]);
  useEffect(() => {
    const ends = [
      bindFigure(page, study),
      bindReplay(shared.scene, study, shared.replay),
      bindRest(shared.scene, page),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [page, study, shared]);
  return <Context.Provider value={shared}>{children}</Context.Provider>;
}

export function usePhases(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error("a panel of chapter 6 stands outside of it");
  return shared;
}

/** Renders again when what `select` gives is another value. */
export const useScene = <Value,>(select: (scene: Scene) => Value): Value =>
  useStore(usePhases().scene, select);
