/** @file The answers of the paper's abstract, each with what the page has measured and the way there. */
import { useEffect, useState } from "react";
import { sentence } from "../../experiment/sentence";
import type { Answer, Chapter, Judged } from "../../kit/live/chapter";
import { openChapter } from "../../kit/live/model/actions";
import { perPage } from "../../kit/live/model/perPage";
import type { Store } from "../../kit/live/model/store";
import { part } from "../../kit/live/part";
import { usePageStore } from "../../kit/live/usePage";
import { Rich } from "../../kit/ui/Rich";
import { CHAPTERS } from "../chapters";

type Answering = Chapter & Required<Pick<Chapter, "answer">>;
const ANSWERING = CHAPTERS.filter((chapter): chapter is Answering => chapter.answer !== undefined);

const VERDICTS: Readonly<Record<Judged["judgement"], string>> = {
  holds: "It holds here.",
  partly: "It holds in part.",
  fails: "It does not hold here.",
};

interface Known {
  readonly answer?: Answer;
  readonly judged?: Judged;
  readonly problem?: string;
}

/** Judgements by chapter: made when the map is first opened, and kept; one that failed is made anew. */
const judgementsOf = perPage(() => new Map<string, Promise<Judged>>());

function judgementOf(page: Store, id: string, answer: Answer): Promise<Judged> {
  const judgements = judgementsOf(page);
  const judged = judgements.get(id) ?? answer.judge(page);
  judgements.set(id, judged);
  judged.catch(() => judgements.delete(id));
  return judged;
}

/** What is known of a chapter's answer by now. */
function useAnswer({ id, answer: load }: Answering): Known {
  const store = usePageStore();
  const [known, setKnown] = useState<Known>({});
  useEffect(() => {
    let here = true;
    const tell = (more: Known) => here && setKnown((before) => ({ ...before, ...more }));
    part(load)
      .then((answer) => {
        tell({ answer });
        return judgementOf(store, id, answer);
      })
      .then(
        (judged) => tell({ judged }),
        (error) => tell({ problem: sentence(error) }),
      );
    return () => {
      here = false;
    };
  }, [id, load, store]);
  return known;
}

function Row({
  chapter,
  onOpen,
}: {
  readonly chapter: Answering;
  readonly onOpen: (answer: Answer) => void;
}) {
  const { answer, judged, problem } = useAnswer(chapter);
  const { number, title } = chapter;
  return (
    <li className={judged?.judgement ?? "open"}>
      {answer && (
        <p>
          <b>{answer.name}</b> {answer.says}
        </p>
      )}
      <p className="verdict-words">
        {judged && (
          <>
            <b>{VERDICTS[judged.judgement]}</b> <Rich text={judged.text} />
          </>
        )}
        {!judged && (problem ?? "The recordings are being read …")}
      </p>
      {answer && (
        <button type="button" onClick={() => onOpen(answer)}>
          Chapter {number}, {title}
        </button>
      )}
    </li>
  );
}

export function Answers({ onClose }: { readonly onClose: () => void }) {
  const store = usePageStore();
  return (
    <section className="answers" aria-labelledby="answers-title">
      <h3 id="answers-title">What the paper answers, and what these networks say</h3>
      <ul>
        {ANSWERING.map((chapter) => (
          <Row
            key={chapter.id}
            chapter={chapter}
            onOpen={(answer) => {
              openChapter(store, chapter.id);
              answer.show(store);
              onClose();
            }}
          />
        ))}
      </ul>
    </section>
  );
}
