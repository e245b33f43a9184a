/** @file Answers that scenes of this chapter come with, so that they are never empty. */
import { alikeBut } from "../../../experiment/settings";
import { linkTo } from "../../../kit/live/model/codec";
import { HOME } from "../../../kit/live/model/link";
import { loadGzip } from "../../../run/fetched";
import { fromTypedJson } from "../../../run/typedJson";
import { SCENES } from "../scenes";
import type { PairsAnswer, PairsQuestion } from "../worker/wire";

/** Steps that the kept answers look ahead. */
export const KEPT_HORIZON = 1000;

/** Where the answer of a scene lies, under the site's data. */
export const answerFile = (scene: string): string => `scenes/${scene}.answer.bin`;

/** What is asked at the scenes, but for the pair. */
export const KEPT = SCENES.flatMap((scene) => {
  const { settings, at } = linkTo(HOME, "", scene);
  return at === null ? [] : [{ id: scene.id, settings, step: at, horizon: KEPT_HORIZON }];
});

const loaded = new Map<string, Promise<PairsAnswer>>();

/** The kept answer to a question; null, also in the end, where it has to be worked out. */
export function keptAnswer(question: PairsQuestion): Promise<PairsAnswer | null> | null {
  const { settings, step, horizon, pair } = question;
  const kept = KEPT.find(
    (each) => each.step === step && each.horizon === horizon && alikeBut(each.settings, settings),
  );
  if (!kept) return null;
  const url = new URL(`data/${answerFile(kept.id)}`, document.baseURI).href;
  const file =
    loaded.get(kept.id) ??
    loadGzip("The answer", url).then(
      (bytes) => fromTypedJson(new TextDecoder().decode(bytes)) as PairsAnswer,
    );
  loaded.set(kept.id, file);
  return file.then(
    (answer) => (answer.track.pair.join() === pair.join() ? answer : null),
    () => {
      // It is not missed: the answer is worked out.
      loaded.delete(kept.id);
      return null;
    },
  );
}
