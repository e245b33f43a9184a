/** @file PNG files: chunks, and texts written into them (PNG Specification, third edition, 11.3.3). */

/** Of every PNG file. */
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export interface Chunk {
  /** Four letters. */
  readonly kind: string;
  readonly data: Uint8Array;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** Chunks of a file; a RangeError where it is cut off. */
export function chunksOf(file: ArrayBuffer): Chunk[] {
  const view = new DataView(file);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < file.byteLength; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...new Uint8Array(file, at + 4, 4));
    chunks.push({ kind, data: new Uint8Array(file, at + 8, length) });
    at += length + 12;
  }
  return chunks;
}

function written({ kind, data }: Chunk): Uint8Array<ArrayBuffer>[] {
  const body = new Uint8Array(4 + data.length);
  for (let i = 0; i < 4; i++) body[i] = kind.charCodeAt(i);
  body.set(data, 4);
  const number = (value: number) => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value);
    return bytes;
  };
  return [number(data.length), body, number(crc(body))];
}

export const pngOf = (chunks: readonly Chunk[]): Blob =>
  new Blob([SIGNATURE, ...chunks.flatMap(written)], { type: "image/png" });

/** A text in UTF-8 under a keyword: neither compressed nor in a named language. */
export const textChunk = (keyword: string, text: string): Chunk => ({
  kind: "iTXt",
  data: new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`),
});

/** The same picture with texts by their keywords, right after its head. */
export async function withTexts(
  picture: Blob,
  texts: Readonly<Record<string, string>>,
): Promise<Blob> {
  const [head, ...rest] = chunksOf(await picture.arrayBuffer());
  return pngOf([
    head,
    ...Object.entries(texts).map(([key, text]) => textChunk(key, text)),
    ...rest,
  ]);
}
