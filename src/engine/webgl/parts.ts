/**
 * @file Any number of replicas: as many ensembles side by side as textures and memory demand.
 *
 * Shapes: S steps, R replicas of all parts, P parameters of a replica, M measures.
 */
import type { Settings } from "../../experiment/params";
import { MEASURES } from "../../run/frame";
import type { Ensemble } from "../ensemble";
import type { Device } from "./backend";
import { capacity, refuseMixed } from "./plan";
import { createWebglEnsemble } from "./webglEnsemble";

function joined(arrays: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

/** Ensembles as one, replica after replica. */
function together(parts: readonly Ensemble[]): Ensemble {
  const settings = parts.flatMap((part) => part.settings);
  const R = settings.length;
  return {
    settings,
    get step() {
      return parts[0].step;
    },
    async advance(steps) {
      const all = new Float64Array(steps.length * R * MEASURES.length);
      const measured = await Promise.all(parts.map((part) => part.advance(steps)));
      let first = 0;
      parts.forEach((part, i) => {
        const row = part.settings.length * MEASURES.length;
        for (let s = 0; s < steps.length; s++)
          all.set(measured[i].subarray(s * row, (s + 1) * row), s * R * MEASURES.length + first);
        first += row;
      });
      return all;
    },
    parameters: async () => joined(await Promise.all(parts.map((part) => part.parameters()))),
    async checkpoint() {
      const all = await Promise.all(parts.map((part) => part.checkpoint()));
      return { step: all[0].step, state: joined(all.map(({ state }) => Float32Array.from(state))) };
    },
    restore({ step, state }) {
      const each = state.length / R;
      let first = 0;
      for (const part of parts) {
        const end = first + part.settings.length * each;
        part.restore({ step, state: state.subarray(first, end) });
        first = end;
      }
    },
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

/** Throws a sentence where replicas are too unlike, or too many for the card's memory. */
export function createInParts(settings: readonly Settings[], device: Device): Ensemble {
  refuseMixed(settings);
  const R = settings.length;
  const count = Math.ceil(R / capacity(settings, device.textureLimit));
  if (count === 1) return createWebglEnsemble(settings, device);
  const size = Math.ceil(R / count);
  const parts: Ensemble[] = [];
  try {
    for (let first = 0; first < R; first += size)
      parts.push(createWebglEnsemble(settings.slice(first, first + size), device));
  } catch (error) {
    for (const part of parts) part.dispose();
    throw error;
  }
  return together(parts);
}
