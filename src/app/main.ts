/** @file What comes first: the link, the store and the worker that trains. The page follows. */

import { resumed } from "../kit/live/keep/resume";
import { startSession } from "../kit/live/model/session";
import { createPageStore } from "../kit/live/model/store";
import { storedRuns } from "../kit/live/model/stored";
import { readUrl, urlOf } from "../kit/live/model/url";
import { part } from "../kit/live/part";
import { openTrainer } from "../kit/live/workers";
import { holdable } from "../run/hold";
import { workerSource } from "../run/source";
import { codec, opened, ownerOf, rests } from "./chapters";
import { keepTexts } from "./translator";

keepTexts(document.body);
const { link, notices } = readUrl(codec);
const { check, ...page } = link;

function told(error: Error): never {
  const words = document.createElement("p");
  words.className = "problem";
  words.role = "alert";
  words.textContent = `${error.message} Load it again.`;
  document.getElementById("page")?.replaceChildren(words);
  throw error;
}

/** The run is under way while the code of the page and of the chapter, ten times as large, is loaded. */
function openReader(): void {
  const kind = {
    codec,
    rests,
    stored: storedRuns(codec.scenes, new URL("data/scenes", document.baseURI).href),
  };
  const store = createPageStore(link, notices, kind, resumed(link));
  const run = holdable(workerSource(openTrainer));
  startSession(store, run.source, () => performance.now());
  const drawn = part(() => (link.embed ? import("./embed/openEmbed") : import("./page")));
  opened(ownerOf(link)).catch(() => {}); // Told in its place, by the page.
  drawn.then(({ openPage }) => openPage(store, run)).catch(told);
}

if (check)
  part(() => import("./check/openCheck"))
    .then(({ openCheck }) => openCheck(urlOf(page, codec)))
    .catch(told);
else if (link.profile === "speaker")
  part(() => import("./speakerPage"))
    .then(({ openSpeaker }) => openSpeaker())
    .catch(told);
else openReader();
