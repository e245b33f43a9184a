/** @file B from a link: pasted, read, and held against what the link claims. */
import { useState } from "react";
import type { Notice } from "../../../experiment/settings";
import { alikeBut } from "../../../experiment/settings";
import { replay } from "../../../kit/live/model/exact";
import type { Link } from "../../../kit/live/model/link";
import { NoticeList } from "../../../kit/live/NoticeList";
import { useOf, usePageStore } from "../../../kit/live/usePage";
import { grouped } from "../../../theory/grouped";
import { compareWith } from "../model/actions";
import { type CompareState, compareState, lanesIn } from "./model/together";

interface Read {
  readonly link: Link;
  readonly notices: readonly Notice[];
}

/** Whether B is the run that a link claims, in a sentence; empty where it claims none, or B is another. */
const claimWords =
  (link: Link | undefined) =>
  (state: CompareState): string => {
    const b = lanesIn(state)[1];
    if (!link?.exact || !b || !alikeBut(b.settings, link.settings)) return "";
    const found = replay({ link, history: b.state.history });
    const at = grouped(link.at ?? 0);
    if (found === null) return "";
    if (found.kind === "waiting") return `Whether B is the run of the link is known at step ${at}.`;
    return found.kind === "identical"
      ? `B is the run of the link, bit for bit, at step ${at}.`
      : `B is not the run of the link: it differs from step ${grouped(found.first)} on.`;
  };

export function PasteOther() {
  const store = usePageStore();
  const [text, setText] = useState("");
  const [read, setRead] = useState<Read | null>(null);
  const claim = useOf(compareState, claimWords(read?.link));
  const open = () => {
    const hash = text.indexOf("#");
    if (hash < 0) return setRead(null);
    const next = store.getState().codec.decode(text.slice(hash + 1).trim());
    setRead(next);
    compareWith(store, next.link.settings);
  };
  const misread = text.trim() !== "" && !text.includes("#");
  return (
    <details className="paste">
      <summary>B from a link</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <input
          type="text"
          value={text}
          aria-label="Link of a run"
          placeholder="paste a link of this page"
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit">Compare</button>
      </form>
      {misread && (
        <p role="alert" className="problem">
          That is no link of this page: what a run is stands after a “#”.
        </p>
      )}
      {read && read.notices.length > 0 && (
        <div role="alert" className="problem">
          <NoticeList notices={read.notices} />
        </div>
      )}
      {claim && <p>{claim}</p>}
    </details>
  );
}
