/** @file Films where the browser encodes none: a PNG that moves (PNG Specification, third edition, 4.9), smaller and slower. */
import { type Chunk, chunksOf, pngOf } from "../../../../kit/live/take/png";
import type { Encoder } from "./encoder";

const SIZE = { width: 640, height: 360 };
const RATE = 8;

/** Data of 32-bit and shorter numbers, each as [bytes, value]. */
function packed(...numbers: readonly (readonly [bytes: 1 | 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of numbers) {
    if (bytes === 4) view.setUint32(at, value);
    else if (bytes === 2) view.setUint16(at, value);
    else view.setUint8(at, value);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

export function apngEncoder(): Encoder {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const frames: Uint8Array[][] = [];
  let head: Chunk | null = null;
  /** Counts control and data chunks together. */
  let sequence = 0;

  function frameChunks(parts: readonly Uint8Array[], i: number): Chunk[] {
    const { width, height } = SIZE;
    const control = packed(
      [4, sequence++],
      [4, width],
      [4, height],
      [4, 0],
      [4, 0],
      [2, 1],
      [2, RATE],
      [1, 0],
      [1, 0],
    );
    const data = parts.map((part): Chunk => {
      if (i === 0) return { kind: "IDAT", data: part };
      const numbered = new Uint8Array(4 + part.length);
      numbered.set(packed([4, sequence++]));
      numbered.set(part, 4);
      return { kind: "fdAT", data: numbered };
    });
    return [{ kind: "fcTL", data: control }, ...data];
  }

  return {
    ...SIZE,
    rate: RATE,
    canvas,
    extension: "png",
    async add() {
      const picture = await canvas.convertToBlob({ type: "image/png" });
      const chunks = chunksOf(await picture.arrayBuffer());
      head ??= chunks[0];
      frames.push(chunks.filter(({ kind }) => kind === "IDAT").map(({ data }) => data));
    },
    async finish() {
      if (!head) throw new Error("There is no frame in this film.");
      const control = { kind: "acTL", data: packed([4, frames.length], [4, 0]) };
      const end = { kind: "IEND", data: new Uint8Array() };
      return pngOf([head, control, ...frames.flatMap(frameChunks), end]);
    },
    async cancel() {
      frames.length = 0;
    },
  };
}
