/** @file The film of a run: a browser plays it, it shows the run, and one that is given up leaves nothing. */
import "../../../../../src/kit/draw/palette.css";
import "../../../../../src/chapters/lab/take/take.css";
import { expect, test } from "vitest";
import { codec, HOME, rests } from "../../../../../src/app/chapters";
import { apngEncoder } from "../../../../../src/chapters/lab/take/film/apng";
import { filmOf } from "../../../../../src/chapters/lab/take/film/film";
import { DEFAULTS } from "../../../../../src/experiment/params";
import { shapeOf } from "../../../../../src/experiment/shape";
import { append, emptyHistory } from "../../../../../src/kit/live/model/history";
import { createPageStore, type State } from "../../../../../src/kit/live/model/store";
import { chunksOf } from "../../../../../src/kit/live/take/png";
import { MEASURES } from "../../../../../src/run/frame";

const settings = { ...DEFAULTS, n: 4, width: 2, depth: 1 };

/** Four repons that go outwards from one place; at step 1000 the first, blue, is far to the right. */
function state(): State {
  const store = createPageStore({ ...HOME, settings }, [], { codec, rests, stored: () => null });
  const frames = [1, 10, 100, 1000].map((step) => {
    const parameters = new Float32Array(shapeOf(settings).size);
    const far = Math.log10(step) / 3;
    parameters.set([far, 0, -far, 0, 0, far, 0, -far]);
    return {
      step,
      steps: Float64Array.of(step),
      measures: new Float64Array(MEASURES.length),
      parameters,
    };
  });
  store.setState({ history: append(emptyHistory(settings), frames) });
  return store.getState();
}

const left = () => document.querySelectorAll(".film-stage").length;

const loaded = async (file: Blob): Promise<HTMLVideoElement> => {
  const video = document.createElement("video");
  video.muted = true;
  video.src = URL.createObjectURL(file);
  await new Promise((resolve, reject) => {
    video.onloadeddata = resolve;
    video.onerror = () => reject(new Error(video.error?.message));
  });
  return video;
};

/** Whether there is a dot in the colour of the first class within a part of the frame, in shares of it. */
async function blueAt(video: HTMLVideoElement, time: number, across: readonly [number, number]) {
  video.currentTime = time;
  await new Promise((resolve) => {
    video.onseeked = resolve;
  });
  const canvas = new OffscreenCanvas(1280, 720);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.drawImage(video, 0, 0);
  const [from, to] = across.map((share) => Math.round(1280 * share));
  const { data } = context.getImageData(from, 250, to - from, 220);
  for (let i = 0; i < data.length; i += 4)
    if (data[i] < 60 && data[i + 2] > 130 && data[i + 2] > data[i] + 90) return true;
  return false;
}

test("a film is 8 seconds of 1280 x 720 and shows the run from its first to its last step", async () => {
  const told: number[] = [];
  const { signal } = new AbortController();
  const file = await filmOf(state(), { signal, onProgress: (share) => told.push(share) });
  expect(file.name).toBe("latent-space.webm");
  expect(told).toHaveLength(240);
  expect(told.at(-1)).toBe(1);
  expect(left()).toBe(0);
  const video = await loaded(file);
  expect(video.duration).toBeCloseTo(8, 1);
  expect([video.videoWidth, video.videoHeight]).toEqual([1280, 720]);
  expect(await blueAt(video, 7.8, [0.58, 0.75])).toBe(true);
  expect(await blueAt(video, 0.05, [0.58, 0.75])).toBe(false);
  expect(await blueAt(video, 0.05, [0.45, 0.55])).toBe(true);
});

test("one that is given up rejects with the reason and leaves nothing", async () => {
  const abort = new AbortController();
  let frames = 0;
  const film = filmOf(state(), {
    signal: abort.signal,
    onProgress: () => {
      frames++;
      if (frames === 3) abort.abort(new Error("given up"));
    },
  });
  await expect(film).rejects.toThrow("given up");
  expect(left()).toBe(0);
  expect(frames).toBe(3);
});

test("where no video can be made it is a picture that moves", async () => {
  const file = await filmOf(state(), {
    signal: new AbortController().signal,
    onProgress: () => {},
    encoder: async () => apngEncoder(),
  });
  const chunks = chunksOf(await file.arrayBuffer());
  const kinds = chunks.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "fcTL")).toHaveLength(64);
  const numbers = chunks
    .filter(({ kind }) => kind === "fcTL" || kind === "fdAT")
    .map(({ data }) => new DataView(data.buffer, data.byteOffset).getUint32(0));
  expect(numbers).toEqual(numbers.map((_, i) => i));
  const decoder = new ImageDecoder({ data: file.stream(), type: "image/png" });
  await decoder.completed;
  await decoder.tracks.ready;
  expect(decoder.tracks.selectedTrack?.frameCount).toBe(64);
  const { image } = await decoder.decode({ frameIndex: 63 });
  expect([image.displayWidth, image.displayHeight]).toEqual([640, 360]);
  expect(image.duration).toBe(125_000);
  image.close();
});

test("without a run there is a sentence", async () => {
  const { signal } = new AbortController();
  const film = filmOf({ ...state(), history: null }, { signal, onProgress: () => {} });
  await expect(film).rejects.toThrow("There is no run to film yet");
});
