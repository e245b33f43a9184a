/** @file The speaker's window: present and next scene, notes, the question with its answer, the time. */
import { Suspense, use, useEffect, useRef, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { meant } from "../../kit/live/keys";
import type { StagedScene } from "../../kit/live/model/codec";
import { filled } from "../../kit/live/model/facts";
import { plain } from "../../kit/live/model/prose";
import { partOnce } from "../../kit/live/part";
import { grouped } from "../../theory/grouped";
import { CHAPTERS, chapterOf, codec } from "../chapters";
import { speakerEnd, type Told, type Wish } from "./channel";

const KEYS: Readonly<Record<string, Wish>> = {
  ArrowRight: "next",
  PageDown: "next",
  " ": "next",
  ArrowLeft: "previous",
  PageUp: "previous",
  Home: "first",
  End: "last",
  p: "play",
  b: "blank",
};

const sceneBy = (id: string | null | undefined): StagedScene | undefined =>
  codec.scenes.find((scene) => scene.id === id);

/** By chapter. */
const NOTES = new Map(CHAPTERS.map((chapter) => [chapter, partOnce(chapter.notes)]));

function SceneNotes({ scene }: { readonly scene: StagedScene }) {
  const ask = NOTES.get(chapterOf(scene.link));
  const notes = ask ? use(ask()) : {};
  return <p className="notes">{notes[scene.id]}</p>;
}

const clock = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (x: number) => String(x).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};

export function Speaker({ lecture }: { readonly lecture: string }) {
  const [told, setTold] = useState<Told | null>(null);
  const end = useRef<ReturnType<typeof speakerEnd> | null>(null);
  useEffect(() => {
    const mine = speakerEnd(lecture, setTold);
    end.current = mine;
    return mine.close;
  }, [lecture]);
  const wish = (wanted: Wish) => end.current?.wish(wanted);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = meant(event, KEYS, ["ArrowRight", "ArrowLeft", "PageDown", "PageUp"]);
      if (!wanted || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      end.current?.wish(wanted);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const scene = sceneBy(told?.scene);
  const at = told?.deck.indexOf(told.scene ?? "") ?? -1;
  const following = sceneBy(told?.deck[at + 1]);
  return (
    <main className="speaker">
      <header>
        <h1>{scene?.title ?? (told ? "Outside of the story" : "Waiting for the lecture")}</h1>
        <p>
          {told && at >= 0 && `${at + 1} / ${told.deck.length} · `}
          {told && `step ${grouped(told.step)}${told.playing ? ", playing" : ""}`}
          {told?.blank && " · the screen is black"}
        </p>
        <Timer />
      </header>
      {!told && (
        <p>
          This window follows a lecture in another window of the same browser: press s there.
          Closing it changes nothing.
        </p>
      )}
      {scene && (
        <>
          <p className="sentence">{told?.sentence}</p>
          {scene.question && (
            <section className="question">
              <p>{scene.question.ask}</p>
              <p className="answer">
                {told?.revealed ? "Shown: " : "Next press: "}
                {scene.question.answer}
              </p>
            </section>
          )}
          <section aria-label="Notes">
            <ErrorBoundary fallback={<p role="alert">The notes did not load.</p>}>
              <Suspense>
                <SceneNotes scene={scene} />
              </Suspense>
            </ErrorBoundary>
          </section>
        </>
      )}
      {following && (
        <section aria-label="Next scene" className="following">
          <h2>Next: {following.title}</h2>
          <p>{plain(filled(following.sentence, null))}</p>
        </section>
      )}
      <footer>
        {(["first", "previous", "next", "last", "play", "blank"] as const).map((each) => (
          <button key={each} type="button" onClick={() => wish(each)}>
            {each}
          </button>
        ))}
      </footer>
    </main>
  );
}

/** The time of day, and the time since it was last set to nought. */
function Timer() {
  const [begun, setBegun] = useState(() => performance.now());
  const [now, setNow] = useState(begun);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="timer">
      <b>{clock(now - begun)}</b>{" "}
      <span>{new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}</span>{" "}
      <button type="button" onClick={() => setBegun(performance.now())}>
        From nought
      </button>
    </p>
  );
}
