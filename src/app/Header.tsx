/** @file The page's head: name, chapters, map, theme, lecture, share. */
import { useState } from "react";
import { openChapter, visit } from "../kit/live/model/actions";
import { THEMES, type Theme } from "../kit/live/model/link";
import { urlOf } from "../kit/live/model/url";
import { usePage, usePageStore } from "../kit/live/usePage";
import { copy } from "../kit/ui/clipboard";
import { CHAPTERS, chapterOf } from "./chapters";
import { lecture } from "./lecture/deck";

interface Props {
  readonly onMap: () => void;
  readonly onDeck: () => void;
}

const THEME_WORDS: Record<Theme, string> = { system: "auto", light: "light", dark: "dark" };

export function Header({ onMap, onDeck }: Props) {
  const store = usePageStore();
  const open = usePage(({ link }) => chapterOf(link).id);
  const theme = usePage(({ link }) => link.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  return (
    <header className="head">
      <p className="brand">
        <strong>GenEFT</strong> <span>how networks come to generalise</span>
      </p>
      <nav aria-label="Chapters">
        <button type="button" className="map" onClick={onMap}>
          Map
        </button>
        {CHAPTERS.map(({ id, number, title }) => (
          <button
            key={id}
            type="button"
            aria-current={id === open ? "page" : undefined}
            aria-label={`${number} ${title}`}
            title={title}
            onClick={() => openChapter(store, id)}
          >
            {number} <span>{title}</span>
          </button>
        ))}
      </nav>
      <div className="tools">
        <button
          type="button"
          aria-label={`Theme: ${THEME_WORDS[theme]}; change to ${THEME_WORDS[next]}`}
          onClick={() => visit(store, { theme: next })}
        >
          ◐ {THEME_WORDS[theme]}
        </button>
        <button
          type="button"
          title="Lecture (L): pictures, one sentence, a presenter’s keys"
          onClick={() => lecture(store, true)}
        >
          Lecture
        </button>
        <button type="button" title="Choose the scenes of a lecture" onClick={onDeck}>
          Deck
        </button>
        <Share />
      </div>
    </header>
  );
}

function Share() {
  const store = usePageStore();
  const [said, setSaid] = useState<string | null>(null);
  const share = async () => {
    const { link, codec } = store.getState();
    await copy(urlOf(link, codec));
    setSaid("Link copied");
    setTimeout(() => setSaid(null), 2000);
  };
  return (
    <button type="button" onClick={() => void share()}>
      <span aria-live="polite">{said ?? "Share"}</span>
    </button>
  );
}
