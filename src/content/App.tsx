/** @file The page: head, the chapter and its foot. */
import "@fontsource-variable/inter/wght.css";
import "katex/dist/katex.min.css";
import "../views/palette.css";
import "../panels/style/page.css";
import { Suspense, use, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { chapterOf, opened } from "../app/chapters";
import { ChapterFault } from "../panels/Fault";
import { Header } from "../panels/Header";
import { Notices } from "../panels/Notices";
import { usePage } from "../panels/StoreContext";
import type { Chapter } from "../state/chapter";
import { MapDialog } from "./MapDialog";

export function App() {
  const chapter = usePage(({ link }) => chapterOf(link));
  const [map, setMap] = useState(false);
  return (
    <div className="page">
      <Header onMap={() => setMap(true)} />
      <Notices />
      <ErrorBoundary resetKeys={[chapter.id]} FallbackComponent={ChapterFault}>
        <Suspense fallback={<main className="chapter" aria-busy="true" />}>
          <Open chapter={chapter} />
        </Suspense>
      </ErrorBoundary>
      {map && <MapDialog onClose={() => setMap(false)} />}
    </div>
  );
}

/** A foot that two chapters have in common stays from one to the other. */
function Open({ chapter }: { readonly chapter: Chapter }) {
  const { Body, Foot } = use(opened(chapter));
  return (
    <>
      <Body />
      {Foot && <Foot />}
    </>
  );
}
