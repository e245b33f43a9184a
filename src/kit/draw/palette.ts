/**
 * @file The tokens of palette.css as plain colours, for canvases, and the colours of elements.
 */
import { hsl, interpolateRgb, lab, piecewise } from "d3";
import { PHASES, type Phase } from "../../theory/phase";
import type { Grouping } from "../../theory/relation";

/** A phase is never told by colour alone. */
export const PHASE_LETTERS: Readonly<Record<Phase, string>> = {
  generalisation: "G",
  grokking: "K",
  memorisation: "M",
  confusion: "C",
};

const TOKENS = ["ground", "panel", "ink", "muted", "rule", "grid", "yes", "error"] as const;
const TOKEN_CLASSES = 10;

export interface Palette {
  readonly colour: Readonly<Record<(typeof TOKENS)[number], string>>;
  readonly heldOut: string;
  readonly classes: readonly string[];
  /** Of each phase, and of what stands on it. */
  readonly phases: Readonly<Record<Phase, { readonly fill: string; readonly on: string }>>;
  readonly font: string;
  readonly dark: boolean;
  /** Whether the system's few colours stand in the place of the page's: then no two classes differ in theirs. */
  readonly forced: boolean;
  /** Whether it is for paper. */
  readonly printed: boolean;
  /** Factor on sizes of type and marks; 1 but for large screens and the projector. */
  readonly size: number;
  /** Factor on widths of lines. */
  readonly stroke: number;
}

const FORCED = "(forced-colors: active)";

/** All that is read as a colour. */
const COLOURS: readonly string[] = [
  ...TOKENS,
  "held-out",
  ...Array.from({ length: TOKEN_CLASSES }, (_, i) => `class-${i + 1}`),
  ...PHASES.flatMap((phase) => [phase, `on-${phase}`]),
];

function read(): Palette {
  const root = document.documentElement;
  const probe = document.createElement("i");
  probe.style.cssText = "display: none; forced-color-adjust: none";
  // One element a colour: one that took them on in turns would be styled anew for each.
  for (const token of COLOURS)
    probe.appendChild(document.createElement("i")).style.color = `var(--${token})`;
  root.append(probe);
  const style = getComputedStyle(probe);
  const colours = new Map(
    COLOURS.map((token, i) => [token, getComputedStyle(probe.children[i]).color]),
  );
  const resolve = (token: string): string => colours.get(token) as string;
  const factor = (token: string) => Number.parseFloat(style.getPropertyValue(`--${token}`)) || 1;
  const colour = Object.fromEntries(
    TOKENS.map((token) => [token, resolve(token)]),
  ) as Palette["colour"];
  const palette: Palette = {
    colour,
    heldOut: resolve("held-out"),
    classes: Array.from({ length: TOKEN_CLASSES }, (_, i) => resolve(`class-${i + 1}`)),
    phases: Object.fromEntries(
      PHASES.map((phase) => [phase, { fill: resolve(phase), on: resolve(`on-${phase}`) }]),
    ) as Palette["phases"],
    font: style.getPropertyValue("--font"),
    dark: lab(colour.ground).l < 50,
    forced: matchMedia(FORCED).matches,
    printed: root.dataset.print !== undefined,
    size: factor("size"),
    stroke: factor("stroke"),
  };
  probe.remove();
  return palette;
}

let current: Palette | null = null;
const listeners = new Set<() => void>();
let unwatch = () => {};

/** Calls `changed` when the screen has other pixels, as another one has that the window was moved to. */
function watchResolution(changed: () => void): () => void {
  const abort = new AbortController();
  const arm = () => {
    const now = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const again = () => {
      changed();
      arm();
    };
    now.addEventListener("change", again, { once: true, signal: abort.signal });
  };
  arm();
  return () => abort.abort();
}

function watch(): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const changed = () => {
    current = null;
    for (const listener of listeners) listener();
  };
  const resized = () => {
    if (current?.size !== read().size) changed();
  };
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", FORCED])
    matchMedia(query).addEventListener("change", changed, { signal });
  const attributes = new MutationObserver((records) => {
    if (records.every(({ attributeName }) => attributeName === "style")) resized();
    else changed();
  });
  attributes.observe(document.documentElement, {
    attributeFilter: ["data-theme", "data-profile", "data-print", "style"],
  });
  window.addEventListener("resize", resized, { signal });
  const unwatch = watchResolution(changed);
  return () => {
    unwatch();
    abort.abort();
    attributes.disconnect();
    current = null;
  };
}

/**
 * The colours in force: read from the style sheet once, and anew after each change, while somebody listens and the
 * page is shown. A page in a frame that is hidden may have no colours yet.
 */
export function currentPalette(): Palette {
  if (current) return current;
  const palette = read();
  if (listeners.size > 0 && document.documentElement.getBoundingClientRect().width > 0)
    current = palette;
  return palette;
}

/** Calls `listener` when colours, size of type or resolution change, or paper takes the place of the screen; returns how to stop. */
export function onPaletteChange(listener: () => void): () => void {
  if (listeners.size === 0) unwatch = watch();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) unwatch();
  };
}

/** Past the tokens: hues a golden angle apart, alternately light and dark. */
const further = (i: number, dark: boolean): string =>
  hsl((i * 137.508) % 360, 0.5, (dark ? 0.55 : 0.35) + 0.2 * (i % 2)).formatRgb();

/**
 * Viridis (Smith and van der Walt 2015, CC0) at sixteenths, straight between them: within 5 of 255 of its table,
 * which D3 has only together with all its other schemes, 7 kB of them.
 */
export const viridis = piecewise(interpolateRgb, [
  ...["#440154", "#48186a", "#472d7b", "#424086", "#3b528b", "#33638d", "#2c728e", "#26828e"],
  ...["#21918c", "#1fa088", "#28ae80", "#3fbc73", "#5ec962", "#84d44b", "#addc30", "#d8e219"],
  "#fde725",
]);

/** Position of a rank in its scale, t in 0..1, clipped to what can be read on the ground. */
const rankColour = (t: number, dark: boolean): string => viridis(dark ? 0.28 + 0.7 * t : 0.86 * t);

/** A colour for each of n elements: by class, by rank, or one for all where nothing sorts them. */
export function elementColours(n: number, grouping: Grouping | null, palette: Palette): string[] {
  const { classes, dark } = palette;
  const colourOf = (group: number, { kind, count }: Grouping): string =>
    kind === "ranks"
      ? rankColour(count > 1 ? group / (count - 1) : 0, dark)
      : (classes[group] ?? further(group, dark));
  return Array.from({ length: n }, (_, x) =>
    grouping ? colourOf(grouping.of[x], grouping) : classes[0],
  );
}

/** What n elements are called where classes differ in no colour: with the letter of their class, or their rank. */
export function groupedNames(names: readonly string[], grouping: Grouping | null): string[] {
  const nameOf = (group: number) =>
    grouping?.kind === "ranks" || group >= 26
      ? `${group + 1}`
      : String.fromCharCode("A".charCodeAt(0) + group);
  return names.map((name, x) => (grouping ? `${name} ${nameOf(grouping.of[x])}` : name));
}
