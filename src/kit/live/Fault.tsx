/** @file What stands in the place of something that failed, so that the rest of the page goes on. */

import type { FallbackProps } from "react-error-boundary";
import { sentence } from "../../experiment/sentence";
import { reload } from "./model/url";

/** In the place of a chapter, or of the whole page. */
export function ChapterFault({ error }: FallbackProps) {
  return (
    <main className="chapter failed">
      <section className="problem" role="alert">
        <h2>This could not be shown</h2>
        <p>{sentence(error)}</p>
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
