/**
 * @file Where a page's studies train and are kept, and a study for each group of figures that is shown
 * at once. All share one pool, opened when it is first needed.
 */

import address from "../../../engine/pool.worker.ts?worker&url";
import { openWorker } from "../../../run/openWorker";
import { makePool } from "../../../run/pool";
import { loadRecording } from "../../../run/recorded";
import { whenLeaving } from "../../live/keep/leaving";
import { type PerPage, perPage } from "../../live/model/perPage";
import type { Store } from "../../live/model/store";
import { studyShelf } from "./shelf";
import { createStudy, type Study, type StudyPlace } from "./study";
import { watchTouch } from "./touched";

/** More workers than this gain nothing. */
const MOST_WORKERS = 16;
const cores = () => Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 2));

/** As many workers as asked for; else one for each core, of which one rests while the page is in use. */
function openPool(workers?: number) {
  const size = workers ?? cores();
  const pool = makePool(() => openWorker(address, "pool"), size);
  if (workers === undefined) watchTouch((touched) => pool.allow(touched ? size - 1 : size));
  return pool;
}

function browserPlace(page: Store): StudyPlace {
  let pool: ReturnType<typeof openPool> | undefined;
  const { workers } = page.getState().link;
  return {
    pool: () => {
      pool ??= openPool(workers);
      return pool;
    },
    engine: () => page.getState().link.engine,
    shelf: studyShelf(),
    data: "./data/",
    now: () => performance.now(),
  };
}

const studyPlace = perPage(browserPlace);

/** Recordings of the site by their names. Rejects with a sentence where one is missing or refused. */
export const recordingsOf = (page: Store, names: readonly string[], signal?: AbortSignal) =>
  Promise.all(names.map((name) => loadRecording(`${studyPlace(page).data}${name}.json`, signal)));

/** A study that each page has one of. */
export const pageStudy = (): PerPage<Study> =>
  perPage((page) => {
    const study = createStudy(studyPlace(page));
    whenLeaving(study.keep);
    return study;
  });
