/** @file The page's head: name, chapters, map, theme, lecture, share. */
import { openChapter, visit } from "../kit/live/model/actions";
import { THEMES, type Theme } from "../kit/live/model/link";
import { usePage, usePageStore } from "../kit/live/usePage";
import { CHAPTERS, chapterOf } from "./chapters";
import { lecture } from "./lecture/profile";
import { Share } from "./share/Share";

interface Props {
  readonly onMap: () => void;
  readonly onDeck: () => void;
  readonly onHelp: () => void;
}

const THEME_WORDS: Record<Theme, string> = { system: "auto", light: "light", dark: "dark" };

export function Header({ onMap, onDeck, onHelp }: Props) {
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
          className="theme"
          aria-label={`Theme: ${THEME_WORDS[theme]}; change to ${THEME_WORDS[next]}`}
          onClick={() => visit(store, { theme: next })}
        >
          ◐ <span>{THEME_WORDS[theme]}</span>
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
        <button type="button" title="Help (?): keys, sound" onClick={onHelp}>
          Help
        </button>
      </div>
    </header>
  );
}
