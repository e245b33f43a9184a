/** @file What stands in the place of something that failed, so that the rest of the page goes on. */
import type { FallbackProps } from "react-error-boundary";
import { reload } from "../state/url";

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** In the place of a chapter, or of the whole page. */
export function ChapterFault({ error }: FallbackProps) {
  return (
    <main className="chapter failed">
      <section className="problem" role="alert">
        <h2>This could not be shown</h2>
        <p>{wordsOf(error)}</p>
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
      This picture could not be drawn: {wordsOf(error)}{" "}
      <button type="button" onClick={resetErrorBoundary}>
        Draw again
      </button>
    </p>
  );
}
