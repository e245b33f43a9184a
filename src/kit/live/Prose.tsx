/**
 * @file Prose that points: a word in [[name|words]] lights what it names in the picture while it is pointed
 * at or has the focus; a fact in {braces} is that of the shown moment.
 */
import { Rich } from "../ui/Rich";
import { point } from "./model/actions";
import { factsOf, filled } from "./model/facts";
import { TERM } from "./model/prose";
import { usePage, usePageStore } from "./usePage";

interface TermProps {
  readonly name: string;
  readonly children: string;
  /** What stands right behind the word, on its line. */
  readonly stop?: string | undefined;
}

export function Term({ name, children, stop }: TermProps) {
  const store = usePageStore();
  const lit = usePage(({ pointed }) => pointed === name);
  const light = () => point(store, name);
  const out = () => point(store, null);
  return (
    <span className="termed">
      <button
        type="button"
        className={lit ? "term lit" : "term"}
        aria-label={`${children}: show it in the picture`}
        onPointerEnter={light}
        onPointerLeave={out}
        onFocus={light}
        onBlur={out}
      >
        <Rich text={children} />
      </button>
      {stop}
    </span>
  );
}

const STOP = /^[.,:;!?’”)]+/;

export function Prose({ text }: { readonly text: string }) {
  const said = usePage((state) => filled(text, factsOf(state)));
  const pieces = said.split(TERM);
  return (
    <>
      {pieces.map((piece, i) => {
        if (i % 3 === 0) return <Rich key={i} text={i === 0 ? piece : piece.replace(STOP, "")} />;
        if (i % 3 === 1) return null;
        return (
          <Term key={i} name={pieces[i - 1]} stop={STOP.exec(pieces[i + 1])?.[0]}>
            {piece}
          </Term>
        );
      })}
    </>
  );
}
