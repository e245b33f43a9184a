/** @file The page: head, the chapter and its foot. */
import "@fontsource-variable/inter/wght.css";
import "katex/dist/katex.min.css";
import "../kit/draw/palette.css";
import "./style/page.css";
import { Suspense, use, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { useStore } from "zustand";
import type { Chapter } from "../kit/live/chapter";
import { ChapterFault } from "../kit/live/Fault";
import { late } from "../kit/live/late";
import { usePage, usePageStore } from "../kit/live/usePage";
import { chapterOf, opened } from "./chapters";
import { Header } from "./Header";
import { overlaysOf } from "./lecture/overlays";
import { Notices } from "./Notices";

const MapDialog = late(async () => (await import("./map/MapDialog")).MapDialog);
const LectureBar = late(async () => (await import("./lecture/LectureBar")).LectureBar);
const Overlay = late(async () => (await import("./lecture/Overlay")).Overlay);

export function App() {
  const overlays = overlaysOf(usePageStore());
  const shown = useStore(overlays.store, (state) => state.shown);
  const lectures = usePage(({ link }) => link.profile === "lecture");
  const chapter = usePage(({ link }) => chapterOf(link));
  const [map, setMap] = useState(false);
  return (
    <div className="page">
      <Skip />
      <Header
        onMap={() => setMap(true)}
        onDeck={() => overlays.toggle("deck")}
        onHelp={() => overlays.toggle("keys")}
      />
      <Notices />
      <ErrorBoundary resetKeys={[chapter.id]} FallbackComponent={ChapterFault}>
        <Suspense fallback={<main className="chapter" aria-busy="true" />}>
          <Open chapter={chapter} />
        </Suspense>
      </ErrorBoundary>
      {lectures && <LectureBar overlays={overlays} />}
      {shown && <Overlay overlays={overlays} shown={shown} />}
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

/** Of the chapter's picture what takes the focus; where there is none, the first control in its place. */
const PICTURE =
  ".hero .figure [tabindex='0'], .hero:not(:has(.figure)) :is(button, input, [tabindex='0'])";

const focus = (place: string) => () => document.querySelector<HTMLElement>(place)?.focus();

/** The first stops of the tab key: past the head, and past the story. */
const Skip = () => (
  <nav className="skip" aria-label="Skip">
    <button type="button" onClick={focus(PICTURE)}>
      To the picture
    </button>
    <button type="button" className="to-play" onClick={focus(".transport > .primary")}>
      To Play
    </button>
  </nav>
);
