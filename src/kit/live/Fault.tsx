/** @file What stands in the place of something that failed, so that the rest of the page goes on. */

import { useEffect } from "react";
import type { FallbackProps } from "react-error-boundary";
import { sentence } from "../../experiment/sentence";
import { reload } from "./model/url";
import { NotLoaded } from "./part";

/** Shows a part that did not load as soon as it has. */
export function useComing({ error, resetErrorBoundary }: FallbackProps): void {
  useEffect(() => {
    let here = true;
    if (error instanceof NotLoaded) void error.later.then(() => here && resetErrorBoundary());
    return () => {
      here = false;
    };
  }, [error, resetErrorBoundary]);
}

/** In the place of a chapter, or of the whole page. */
export function ChapterFault(fault: FallbackProps) {
  const { error } = fault;
  useComing(fault);
  return (
    <main className="chapter failed">
      <section className="problem" role="alert">
        <h2>This could not be shown</h2>
        <p>{sentence(error)}</p>
        {error instanceof NotLoaded && <p>It is asked for again until it comes.</p>}
        <p>Loading the page again keeps what its link says.</p>
        <button type="button" onClick={reload}>
          Load again
        </button>
      </section>
    </main>
  );
}

/** In the place of a picture. */
export function FigureFault({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <p className="problem" role="alert">
      This picture could not be drawn: {sentence(error)}{" "}
      <button type="button" onClick={resetErrorBoundary}>
        Draw again
      </button>
    </p>
  );
}
