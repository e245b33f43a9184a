/** @file The button that opens what can be shared of the page. */
import "./share.css";
import { lazy, Suspense, useState } from "react";
import { ErrorBoundary, type FallbackProps } from "react-error-boundary";
import { sentence } from "../../experiment/sentence";
import type { State } from "../../kit/live/model/store";
import { usePageStore } from "../../kit/live/usePage";
import { part } from "../part";

const SharePanel = lazy(async () => {
  const { SharePanel } = await part(() => import("./SharePanel"));
  return { default: SharePanel };
});

const Fault = ({ error }: FallbackProps) => (
  <p className="problem" role="alert">
    {sentence(error)}
  </p>
);

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
      {state && (
        <ErrorBoundary FallbackComponent={Fault}>
          <Suspense fallback={null}>
            <SharePanel state={state} onClose={() => setState(null)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
