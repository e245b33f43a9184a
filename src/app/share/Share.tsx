/** @file The button that opens what can be shared of the page. */
import "./share.css";
import { useState } from "react";
import { late } from "../../kit/live/late";
import type { State } from "../../kit/live/model/store";
import { usePageStore } from "../../kit/live/usePage";

const SharePanel = late(async () => (await import("./SharePanel")).SharePanel);

export function Share() {
  const store = usePageStore();
  /** What the page showed when the panel was opened: all that it offers is of this one moment. */
  const [state, setState] = useState<State | null>(null);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={state !== null}
        onClick={() => setState(store.getState())}
      >
        Share
      </button>
      {state && <SharePanel state={state} onClose={() => setState(null)} />}
    </>
  );
}
