/** @file What comes first: the link, the store and the worker that trains. The page follows. */
import { part } from "./content/part";
import { workerSource } from "./run/source";
import type { Reply, Request } from "./run/wire";
import { workerPort } from "./run/workerPort";
import { startSession } from "./state/session";
import { createPageStore } from "./state/store";
import { readUrl } from "./state/url";

const openTrainer = () =>
  workerPort<Request, Reply>(
    new Worker(new URL("./engine/train.worker.ts", import.meta.url), {
      type: "module",
      name: "train",
    }),
  );
const { link, notices } = readUrl();
const store = createPageStore(link, notices);
startSession(store, workerSource(openTrainer), () => performance.now());

// The run is under way while the page's own code, ten times as large, is loaded.
void part(() => import("./page"))
  .then(({ openPage }) => openPage(store))
  .catch((error: Error) => {
    const words = document.createElement("p");
    words.className = "problem";
    words.role = "alert";
    words.textContent = `${error.message} Load it again.`;
    document.getElementById("page")?.replaceChildren(words);
    throw error;
  });
