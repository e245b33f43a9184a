/** @file Films by the browser's own encoder: WebM where it has VP9 or VP8, MP4 where it has H.264 alone. */
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
} from "mediabunny";
import type { Encoder } from "./encoder";

const SIZE = { width: 1280, height: 720 };
const RATE = 30;

/** null where the browser encodes none of them. */
export async function videoEncoder(): Promise<Encoder | null> {
  if (typeof VideoEncoder === "undefined") return null;
  const codec = await getFirstEncodableVideoCodec(["vp9", "vp8", "avc"], SIZE);
  if (codec === null) return null;
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const format = codec === "avc" ? new Mp4OutputFormat() : new WebMOutputFormat();
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH });
  output.addVideoTrack(source, { frameRate: RATE });
  await output.start();
  let frame = 0;
  return {
    ...SIZE,
    rate: RATE,
    canvas,
    extension: codec === "avc" ? "mp4" : "webm",
    add: () => source.add(frame++ / RATE, 1 / RATE),
    async finish() {
      await output.finalize();
      const type = codec === "avc" ? "video/mp4" : "video/webm";
      return new Blob([target.buffer as ArrayBuffer], { type });
    },
    cancel: () => output.cancel(),
  };
}
