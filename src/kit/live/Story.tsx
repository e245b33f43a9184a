/** @file The chapter's scenes as steps: pressed, arrowed or swiped through, one sentence each. */
import { useEffect, useRef } from "react";
import { Icon } from "../ui/Icon";
import { Knobs } from "./Controls";
import { openScene, point, reveal, setPlaying } from "./model/actions";
import type { StagedScene } from "./model/codec";
import { isOver, isPlaying, sceneOf } from "./model/selectors";
import { Prose } from "./Prose";
import { isReading } from "./pointing";
import { usePage, usePageStore } from "./usePage";

/** Milliseconds without scrolling after which the card in sight is the one that is wanted. */
const SETTLED = 140;

/** Milliseconds after which a scene points at what it is about, and for which it does. */
const DRAWN = 250;
const POINTED = 1500;

export function Story() {
  const store = usePageStore();
  const { scenes } = store.getState().codec;
  const chapter = usePage(({ link }) => link.chapter);
  const scene = usePage(sceneOf);
  const own = scenes.filter(({ link }) => link.chapter === chapter);
  usePointing(scene);
  if (own.length === 0) return null;
  const at = own.findIndex(({ id }) => id === scene?.id);
  return (
    <div className="tale">
      <Steps scenes={own} at={at} />
      {scene ? (
        <>
          <Cards scenes={own} at={at} />
          <Turn scenes={scenes} scene={scene} />
          {scene.knobs && <Knobs names={scene.knobs} />}
        </>
      ) : (
        <p className="aside">
          Your own settings.{" "}
          <button type="button" className="plain" onClick={() => openScene(store, own[0])}>
            Back to the story
          </button>
        </p>
      )}
    </div>
  );
}

/** Lights what a scene points at for a moment, as it is opened. */
function usePointing(scene: StagedScene | null): void {
  const store = usePageStore();
  useEffect(() => {
    const points = scene?.points;
    if (points === undefined) return;
    // Its picture is drawn by then. A reader who points at something comes first.
    const begin = setTimeout(() => {
      if (!isReading()) point(store, points);
    }, DRAWN);
    const end = setTimeout(() => {
      if (!isReading() && store.getState().pointed === points) point(store, null);
    }, DRAWN + POINTED);
    return () => {
      clearTimeout(begin);
      clearTimeout(end);
    };
  }, [scene, store]);
}

interface Places {
  readonly scenes: readonly StagedScene[];
  /** Position of the scene that is open; -1 outside of the story. */
  readonly at: number;
}

function Steps({ scenes, at }: Places) {
  const store = usePageStore();
  const list = useRef<HTMLOListElement>(null);
  const go = (to: number) => {
    const scene = scenes[to];
    if (!scene) return false;
    openScene(store, scene);
    list.current?.querySelectorAll("button")[to]?.focus();
    return true;
  };
  return (
    <ol className="steps" ref={list} aria-label="Steps of the story">
      {scenes.map((scene, i) => (
        <li key={scene.id}>
          <button
            type="button"
            aria-current={i === at ? "step" : undefined}
            tabIndex={i === Math.max(0, at) ? 0 : -1}
            onClick={() => openScene(store, scene)}
            onKeyDown={(event) => {
              const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
              if (by !== undefined && go(i + by)) event.preventDefault();
            }}
          >
            <span>{i + 1}</span> {scene.title}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Sentences side by side; the one that comes to rest in sight is opened. */
function Cards({ scenes, at }: Places) {
  const store = usePageStore();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = strip.current;
    const card = element?.children[at];
    if (!element || !card) return;
    // The strip is as high as the sentence that is read, not as the longest of all.
    const settle = () => {
      element.style.height = `${card.clientHeight}px`;
      // Forwards is leftwards where the page is read from the right.
      element.scrollLeft +=
        card.getBoundingClientRect().left - element.getBoundingClientRect().left;
    };
    settle();
    const watch = new ResizeObserver(settle);
    watch.observe(card);
    watch.observe(element);
    return () => watch.disconnect();
  }, [at]);
  useEffect(() => {
    const element = strip.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      // A strip that is hidden, while another chapter is fetched, has nothing in sight.
      if (element.clientWidth === 0 || !scenes.some(({ id }) => id === store.getState().link.scene))
        return;
      const scene =
        scenes[Math.round(Math.abs(element.scrollLeft) / Math.max(1, element.clientWidth))];
      if (scene && scene.id !== store.getState().link.scene) openScene(store, scene);
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLED);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", onScroll);
    };
  }, [scenes, store]);
  return (
    <div className="cards" ref={strip}>
      {scenes.map((scene, i) => (
        <div key={scene.id} className="card" inert={i !== at}>
          <p className="sentence">
            <Prose text={scene.sentence} />
          </p>
        </div>
      ))}
    </div>
  );
}

/** The question of the scene, or its answer. */
function Question({ scene }: { readonly scene: StagedScene }) {
  const store = usePageStore();
  const revealed = usePage((state) => state.revealed);
  const { question } = scene;
  if (!question) return null;
  return (
    <div className="question" aria-live="polite">
      <p>
        <Prose text={question.ask} />
      </p>
      {revealed ? (
        <p className="answer">
          <Prose text={question.answer} />
        </p>
      ) : (
        question.plays === undefined && (
          <button type="button" onClick={() => reveal(store)}>
            Reveal
          </button>
        )
      )}
    </div>
  );
}

/** What comes next: the answer, playing, the following scene. */
function Turn({
  scenes,
  scene,
}: {
  readonly scenes: readonly StagedScene[];
  readonly scene: StagedScene;
}) {
  const store = usePageStore();
  const playing = usePage(isPlaying);
  const over = usePage(isOver);
  const revealed = usePage((state) => state.revealed);
  const rests = usePage(({ link, rests }) => rests(link));
  const next = scenes[scenes.findIndex(({ id }) => id === scene.id) + 1];
  const begins = scene.question?.plays !== undefined && !revealed;
  const play = () => (begins ? reveal(store) : setPlaying(store, !playing));
  return (
    <>
      <Question scene={scene} />
      <div className="turn">
        {!rests && !over && (
          <button type="button" className="play" onClick={play}>
            <Icon name={playing && !begins ? "pause" : "play"} />
            {playing && !begins ? "Pause" : scene.link.at ? "Go on from here" : "Play"}
          </button>
        )}
        {next && (
          <button type="button" className="next" onClick={() => openScene(store, next)}>
            {next.title} →
          </button>
        )}
      </div>
    </>
  );
}
