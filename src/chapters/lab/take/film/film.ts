/** @file The latent space of the page's run as a film. */

import { address, momentLink } from "../../../../kit/live/model/moment";
import type { State } from "../../../../kit/live/model/store";
import { part } from "../../../../kit/live/part";
import { settingsWords } from "../../../../kit/live/take/credits";
import { makeCamera } from "./camera";
import type { Encoder } from "./encoder";
import { extentOf, stepsOf } from "./reel";

/** A video where the browser can make one, else a picture that moves. */
async function bestEncoder(): Promise<Encoder> {
  const { videoEncoder } = await part(() => import("./video"));
  return (await videoEncoder()) ?? (await part(() => import("./apng"))).apngEncoder();
}

interface Options {
  readonly signal: AbortSignal;
  /** Told of the share that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly encoder?: () => Promise<Encoder>;
}

/**
 * What is kept of the run, in log time. Rejects with the signal's reason once that is aborted, having let go of
 * everything, and with a sentence where there is nothing to film.
 */
export async function filmOf(
  state: State,
  { signal, onProgress, encoder: make = bestEncoder }: Options,
): Promise<File> {
  const { history, link } = state;
  if (!history || history.snapshots.length < 2)
    throw new Error("There is no run to film yet: let it train for a while.");
  const extent = extentOf(history);
  if (!extent) throw new Error("The latent space of this run cannot be drawn yet.");
  const encoder = await make();
  try {
    const texts = {
      words: settingsWords(link.settings),
      link: address({ ...momentLink(state), at: null }, state),
    };
    const camera = await makeCamera(state, extent, encoder.canvas, texts);
    try {
      const steps = stepsOf(history, encoder.rate);
      for (const [i, step] of steps.entries()) {
        signal.throwIfAborted();
        await camera.draw(step);
        await encoder.add();
        onProgress((i + 1) / steps.length);
      }
    } finally {
      camera.remove();
    }
    signal.throwIfAborted();
    const blob = await encoder.finish();
    return new File([blob], `latent-space.${encoder.extension}`, { type: blob.type });
  } catch (error) {
    await encoder.cancel();
    throw error;
  }
}
