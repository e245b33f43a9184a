/**
 * @file Histories of a recording as bytes: moments with embeddings in 8 bits, so that a cell can be
 * replayed at once.
 *
 * A block per replica, little-endian: moments m (u16), range (f32), then steps (u32 [m]), train and
 * test accuracies in 1/65535 (u16 [m] each), and the embedding, coordinate by coordinate, as
 * differences in time (u8 [n d, m], modulo 256): near zero where repons move slowly, which compresses.
 */
import type { Moment } from "./standing";

const HEAD = 6;
const PER_MOMENT = 8;
/** Quantised coordinates lie in -LEVELS..LEVELS. */
const LEVELS = 127;
const FULL = 65535;

/** `range` is the largest coordinate: an embedding is off by at most range / 254. */
export function packMoments(moments: readonly Moment[]): Uint8Array {
  const m = moments.length;
  const size = moments[0]?.embedding.length ?? 0;
  let range = 0;
  for (const { embedding } of moments)
    for (const x of embedding) if (Number.isFinite(x)) range = Math.max(range, Math.abs(x));
  range = Math.fround(range);
  const bytes = new Uint8Array(HEAD + m * (PER_MOMENT + size));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, m, true);
  view.setFloat32(2, range, true);
  moments.forEach(({ step, train, test, embedding }, i) => {
    view.setUint32(HEAD + 4 * i, step, true);
    view.setUint16(HEAD + 4 * m + 2 * i, Math.round(train * FULL), true);
    view.setUint16(HEAD + 6 * m + 2 * i, Math.round(test * FULL), true);
    for (let k = 0; k < size; k++) {
      const x = Number.isFinite(embedding[k]) ? embedding[k] : 0;
      bytes[HEAD + PER_MOMENT * m + k * m + i] = range === 0 ? 0 : Math.round((x / range) * LEVELS);
    }
  });
  for (let k = 0; k < size; k++) {
    const row = HEAD + PER_MOMENT * m + k * m;
    for (let i = m - 1; i > 0; i--) bytes[row + i] -= bytes[row + i - 1];
  }
  return bytes;
}

/** Blocks end to end, back to moments; `sizes` [replicas] is n d of each. Throws where they do not fit. */
export function unpackHistories(bytes: Uint8Array, sizes: readonly number[]): Moment[][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const histories = sizes.map((size) => {
    if (at + HEAD > bytes.length) throw new RangeError("the histories end too soon");
    const m = view.getUint16(at, true);
    const range = view.getFloat32(at + 2, true);
    const end = at + HEAD + m * (PER_MOMENT + size);
    if (end > bytes.length) throw new RangeError("the histories end too soon");
    const head = at + HEAD;
    const moments = Array.from({ length: m }, (_, i): Moment => {
      const embedding = new Float32Array(size);
      return {
        step: view.getUint32(head + 4 * i, true),
        train: view.getUint16(head + 4 * m + 2 * i, true) / FULL,
        test: view.getUint16(head + 6 * m + 2 * i, true) / FULL,
        embedding,
      };
    });
    for (let k = 0; k < size; k++) {
      let level = 0;
      for (let i = 0; i < m; i++) {
        level = ((level + bytes[head + PER_MOMENT * m + k * m + i]) << 24) >> 24;
        moments[i].embedding[k] = (level / LEVELS) * range;
      }
    }
    at = end;
    return moments;
  });
  if (at !== bytes.length) throw new RangeError("the histories are longer than the experiment");
  return histories;
}
