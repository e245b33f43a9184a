/** @file One picture of the page for another page: the picture, a sentence, its knobs, play, and the way to the whole. */
import "@fontsource-variable/inter/wght.css";
import "katex/dist/katex.min.css";
import "../../kit/draw/palette.css";
import "../style/page.css";
import "./embed.css";
import { Activity, Suspense, use, useSyncExternalStore } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { Knobs } from "../../kit/live/Controls";
import type { Player } from "../../kit/live/chapter";
import { ChapterFault } from "../../kit/live/Fault";
import type { Link } from "../../kit/live/model/link";
import { sceneOf, shownStep } from "../../kit/live/model/selectors";
import { sharedUrl } from "../../kit/live/model/url";
import { Prose } from "../../kit/live/Prose";
import { useOf, usePage, usePageStore } from "../../kit/live/usePage";
import { Count } from "../../kit/ui/Count";
import { Icon } from "../../kit/ui/Icon";
import { chapterOf, opened, ownerOf } from "../chapters";
import type { Attention } from "./attention";
import { pictureOf, RUN } from "./pictures";

export function Embed({ attention }: { readonly attention: Attention }) {
  const chapter = usePage(({ link }) => chapterOf(link));
  const away = useSyncExternalStore(attention.subscribe, attention.away);
  return (
    <main className={`embed ${chapter.id}`}>
      <h1>{chapter.title}</h1>
      <ErrorBoundary resetKeys={[chapter.id]} FallbackComponent={ChapterFault}>
        <Suspense fallback={<section className="hero" aria-busy="true" />}>
          <Shown away={away} />
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}

/** What a picture does while it is shown ends while nobody sees it. */
function Shown({ away }: { readonly away: boolean }) {
  const link = usePage((state) => state.link);
  const chapter = chapterOf(link);
  const { Picture, player } = pictureOf(link, use(opened(ownerOf(link))));
  const shows = link.embed?.show ?? [];
  return (
    <>
      <section className="hero" aria-label={chapter.title}>
        <Activity mode={away ? "hidden" : "visible"}>
          <Picture />
        </Activity>
      </section>
      <Trouble />
      <Words />
      {shows.length > 0 && <Knobs names={shows} />}
      <footer>
        {player && <Play player={player} />}
        {player === RUN && <Step />}
        <span className="spacer" />
        <Whole link={link} />
      </footer>
    </>
  );
}

/** What went wrong with the run, and what goes on. */
function Trouble() {
  const trouble = usePage(({ status, setback, unanswered }) =>
    status.kind === "failed" ? status.message : (setback ?? unanswered),
  );
  return (
    trouble !== null && (
      <p className="problem" role="alert">
        {trouble}
      </p>
    )
  );
}

/** The scene's sentence, or the chapter's claim. */
function Words() {
  const scene = usePage(sceneOf);
  const claim = usePage(({ link }) => chapterOf(link).claim);
  return <p className="sentence">{scene ? <Prose text={scene.sentence} /> : claim}</p>;
}

function Play({ player }: { readonly player: Player }) {
  const store = usePageStore();
  const playing = useOf(player.of, (state) => state.playing);
  return (
    <button
      type="button"
      className="play"
      aria-label={playing ? "Pause" : "Play"}
      onClick={() => player.play(store, !playing)}
    >
      <Icon name={playing ? "pause" : "play"} />
    </button>
  );
}

function Step() {
  const step = usePage(shownStep);
  return (
    <output className="step">
      step <Count of={step} />
    </output>
  );
}

function Whole({ link: { embed: _, ...link } }: { readonly link: Link }) {
  const { codec } = usePageStore().getState();
  return (
    <a href={sharedUrl(link, codec)} target="_blank" rel="noopener">
      Open
    </a>
  );
}
