/**
 * @file What the marks of the latent space mean, in one line under it.
 */

import type { Palette } from "../../draw/palette";
import { fieldColour } from "./field";

export interface LatentKey {
  /** Null leaves an entry out. */
  readonly trail: string | null;
  readonly field: string | null;
  readonly arrows: string | null;
  readonly grid: string | null;
}

const SWATCHES: Readonly<Record<keyof LatentKey, string>> = {
  trail: `<svg width="40" height="10" aria-hidden="true"><path d="M0 5 40 1.5V8.5Z"/></svg>`,
  field: `<i class="ramp"></i>`,
  arrows: `<svg width="22" height="10" aria-hidden="true"><path d="M1 5H20M15 1 20 5 15 9" class="arrow"/></svg>`,
  grid: `<svg width="14" height="12" aria-hidden="true"><path d="M0 3H14M0 9H14M4 0V12M10 0V12" class="mesh"/></svg>`,
};

export function makeLatentKey(caption: HTMLElement): (key: LatentKey, palette: Palette) => void {
  const entries = Object.entries(SWATCHES).map(([name, swatch]) => {
    const entry = document.createElement("span");
    entry.className = `key key-${name}`;
    entry.dataset.thing = name;
    entry.innerHTML = `${swatch}<span></span>`;
    caption.append(entry);
    return { name: name as keyof LatentKey, entry, text: entry.lastChild as HTMLElement };
  });
  let painted: Palette | null = null;
  return (key, palette) => {
    for (const { name, entry, text } of entries) {
      const words = key[name];
      entry.hidden = words === null;
      if (words !== null && text.textContent !== words) text.textContent = words;
    }
    if (painted === palette) return;
    painted = palette;
    const at = fieldColour(palette);
    caption.style.setProperty("--ramp", `linear-gradient(to right, ${at(0)}, ${at(1)})`);
  };
}
