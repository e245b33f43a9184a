/**
 * @file The ground a picture stands on: a plot that knows its size and colours, a caption under it,
 * and a quiet voice for screen readers.
 */
import "./stage.css";
import { currentPalette, onPaletteChange, type Palette } from "./palette";

export interface Stage {
  /** What is drawn in; it fills what the caption leaves of the root. */
  readonly plot: HTMLDivElement;
  readonly caption: HTMLDivElement;
  /** Aborted by `destroy`; give it to every listener. */
  readonly signal: AbortSignal;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  /** Says `text` to screen readers once they are idle. */
  say(text: string): void;
  destroy(): void;
}

/** `redraw` is called when size, colours or resolution have changed, at most once per frame. */
export function makeStage(root: HTMLElement, name: string, redraw: () => void): Stage {
  const box = document.createElement("div");
  const plot = document.createElement("div");
  const caption = document.createElement("div");
  const voice = document.createElement("output");
  box.className = `view view-${name}`;
  plot.className = "view-plot";
  // A translator would put what is no SVG in the place of words; and pictures are not mirrored with the page.
  plot.setAttribute("translate", "no");
  caption.className = "view-caption";
  voice.className = "view-voice";
  box.append(plot, caption, voice);
  root.append(box);

  const abort = new AbortController();
  let { width, height } = plot.getBoundingClientRect();
  let request = 0;
  const measure = () => {
    ({ width, height } = plot.getBoundingClientRect());
    redraw();
  };
  const again = () => {
    request ||= requestAnimationFrame(() => {
      request = 0;
      measure();
    });
  };
  const resize = new ResizeObserver(([entry]) => {
    const { width: w, height: h } = entry.contentRect;
    if (w !== width || h !== height) again();
  });
  resize.observe(plot);
  // A canvas does not redraw itself when the typeface arrives.
  document.fonts.addEventListener("loadingdone", again, { signal: abort.signal });
  const unlisten = onPaletteChange(() => {
    if (!currentPalette().printed) return again();
    // A page is printed before the next frame, and nothing tells of its size.
    measure();
    merge(plot.querySelectorAll("canvas"));
  });

  return {
    plot,
    caption,
    signal: abort.signal,
    get width() {
      return width;
    },
    get height() {
      return height;
    },
    get palette() {
      return currentPalette();
    },
    say(text) {
      if (voice.textContent !== text) voice.textContent = text;
    },
    destroy() {
      abort.abort();
      cancelAnimationFrame(request);
      resize.disconnect();
      unlisten();
      box.remove();
    },
  };
}

/** An image from when it says what it shows. */
export function showAs(element: Element, text: string): void {
  if (element.getAttribute("aria-label") !== text) element.setAttribute("aria-label", text);
  element.setAttribute("role", "img");
}

/** Draws the canvases that lie on the first one into it: in print each hides what is under it. */
function merge([ground, ...over]: Iterable<HTMLCanvasElement>): void {
  const context = ground?.getContext("2d");
  context?.resetTransform();
  for (const canvas of over) context?.drawImage(canvas, 0, 0);
}

/** A canvas over the whole plot. */
export function addCanvas(stage: Stage): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  // Of no size until something is drawn: else the browser's own, which is nobody's.
  canvas.width = canvas.height = 0;
  stage.plot.append(canvas);
  return canvas;
}

/** Device pixels in a CSS pixel within `element`: the screen's, or as many as `data-ratio` around it says. */
export const ratioOf = (element: Element): number =>
  Number(element.closest<HTMLElement>("[data-ratio]")?.dataset.ratio) ||
  window.devicePixelRatio ||
  1;

/** Fits the canvas to `width` x `height` CSS pixels, cleared; draw in CSS pixels. */
export function beginCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D {
  const ratio = ratioOf(canvas);
  const w = Math.max(1, Math.round(width * ratio));
  const h = Math.max(1, Math.round(height * ratio));
  // Drawn by the processor: predictable without a GPU, and out of the way of training on one.
  const context = canvas.getContext("2d", {
    willReadFrequently: true,
  }) as CanvasRenderingContext2D;
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = `${w / ratio}px`;
    canvas.style.height = `${h / ratio}px`;
  } else {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, w, h);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}
