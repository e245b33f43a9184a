/** @file All that can be set and read beside the story: folded while that is told, open outside of it. */
import type { ReactNode } from "react";
import { sceneOf } from "./model/selectors";
import { usePage } from "./usePage";

export function Instrument({ children }: { readonly children: ReactNode }) {
  const told = usePage((state) => sceneOf(state) !== null);
  return (
    <details className="instrument" open={!told}>
      <summary>The whole instrument</summary>
      {children}
    </details>
  );
}
