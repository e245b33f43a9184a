/** @file The page: head, the chapter and its foot. */
import "@fontsource-variable/inter/wght.css";
import "katex/dist/katex.min.css";
import "../views/palette.css";
import "../panels/style/page.css";
import { Suspense, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { ChapterFault } from "../panels/Fault";
import { Header } from "../panels/Header";
import { Notices } from "../panels/Notices";
import { usePage } from "../panels/StoreContext";
import { CHAPTER_LIST } from "./chapters";
import { MapDialog } from "./MapDialog";

export function App() {
  const current = usePage((state) => state.link.chapter);
  const [map, setMap] = useState(false);
  const chapter = CHAPTER_LIST.find(({ id }) => id === current) ?? CHAPTER_LIST[0];
  return (
    <div className="page">
      <Header chapters={CHAPTER_LIST} onMap={() => setMap(true)} />
      <Notices />
      <ErrorBoundary resetKeys={[chapter.id]} FallbackComponent={ChapterFault}>
        <Suspense fallback={<main className="chapter" aria-busy="true" />}>
          <chapter.Body />
          {chapter.Foot && <chapter.Foot />}
        </Suspense>
      </ErrorBoundary>
      {map && <MapDialog onClose={() => setMap(false)} />}
    </div>
  );
}
