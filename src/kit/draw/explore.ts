/**
 * @file How a reader moves about in a picture: wheel and pinch zoom, drag pans, a double click fits,
 * and keys do the same. Wheel and finger are the page's until the reader is inside: has pressed the picture, zoomed it
 * with two fingers, or holds Ctrl or Cmd.
 */
import { type D3ZoomEvent, select, type ZoomTransform, zoom, zoomIdentity } from "d3";
import { onGrip, onKey, onPoint, type Place, placeOn } from "./gestures";

export interface ExploreOptions {
  readonly signal: AbortSignal;
  /** Least and greatest zoom. */
  readonly scales: readonly [number, number];
  /** The picture's corners, CSS pixels, beyond which the reader cannot pan; null: no bounds. */
  readonly within: (() => [[x0: number, y0: number], [x1: number, y1: number]]) | null;
  onZoom(transform: ZoomTransform): void;
  /** The pointer is at (px, py) of the element; null: it has left, or the focus has. */
  onPoint(at: Place | null): void;
  onClick(at: Place): void;
  /** Where one gives false its key means nothing here. */
  readonly keys: ReadonlyMap<string, (event: KeyboardEvent) => unknown>;
  /** Whether what is pressed at (px, py) is taken hold of by somebody else, so that a drag from there does not pan. */
  readonly holds?: (at: Place) => boolean;
}

export interface Explorer {
  /** Moves (px, py) of the unzoomed picture to its middle. */
  centre(px: number, py: number): void;
  /** Zooms as if a reader had. */
  zoom(transform: ZoomTransform): void;
  /** One finger, or a mouse without Shift, draws in the picture and moves it no more; two still zoom. */
  draws(drawing: boolean): void;
}

const KEY_ZOOM = 1.4;

/** Most doublings by one turn of the wheel. */
const MOST_WHEEL = 0.75;
/** Doublings by a line, a page and a pixel of the wheel; two fingers on a pad turn it by little, with Ctrl. */
const doublings = ({ deltaY, deltaMode, ctrlKey }: WheelEvent): number =>
  -deltaY * ([0.002, 0.05, 1][deltaMode] ?? 0.002) * (ctrlKey ? 10 : 1);

/** Milliseconds for which it is said how the wheel zooms. */
const HINT = 1800;

/** Returns what says over the picture, for a while, that the wheel is the page's. */
function makeHint(element: Element, signal: AbortSignal): () => void {
  const words = document.createElement("p");
  words.className = "view-hint";
  words.setAttribute("aria-hidden", "true");
  const held = /Mac|iP/.test(navigator.platform) ? "Cmd" : "Ctrl";
  words.textContent = `Click the picture, or hold ${held}, to zoom with the wheel.`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    words.remove();
  };
  for (const kind of ["focus", "pointerdown"] as const)
    element.addEventListener(kind, end, { signal });
  signal.addEventListener("abort", end);
  return () => {
    clearTimeout(timer);
    timer = setTimeout(end, HINT);
    element.after(words);
  };
}

export const isIdentity = ({ k, x, y }: ZoomTransform): boolean => k === 1 && x === 0 && y === 0;

/** Moves a zoomed picture back so that it fills its frame. */
const keepWithin =
  (within: NonNullable<ExploreOptions["within"]>) =>
  (transform: ZoomTransform): ZoomTransform => {
    const [[x0, y0], [x1, y1]] = within();
    const shift = (start: number, end: number) => Math.min(0, start) + Math.max(0, end);
    return transform.translate(
      shift(transform.invertX(x0) - x0, transform.invertX(x1) - x1),
      shift(transform.invertY(y0) - y0, transform.invertY(y1) - y1),
    );
  };

export function explore(
  element: GlobalEventHandlers & (HTMLCanvasElement | SVGSVGElement),
  {
    signal,
    scales,
    within,
    onZoom,
    onPoint: point,
    onClick,
    keys,
    holds = () => false,
  }: ExploreOptions,
): Explorer {
  const target = select<Element, unknown>(element);
  let transform = zoomIdentity;
  let drawing = false;
  const isInside = () => element.ownerDocument.activeElement === element;
  /** Whether one finger moves the picture, and not the page. */
  const pans = () => transform.k !== 1 && isInside();
  const touch = () => {
    element.style.touchAction = drawing || pans() ? "none" : "pan-y";
  };
  const hint = makeHint(element, signal);
  const takesWheel = (event: WheelEvent): boolean => {
    const takes = isInside() || event.ctrlKey || event.metaKey;
    if (!takes) hint();
    return takes;
  };
  /** Whether a press by mouse or one finger moves the picture. */
  const moves = (event: Event & { touches?: TouchList; shiftKey?: boolean }): boolean =>
    event.touches ? pans() && !drawing : !drawing || event.shiftKey === true;
  const isHeld = (event: Event): boolean => {
    const at = "touches" in event ? (event.touches as TouchList)[0] : (event as MouseEvent);
    return at !== undefined && event.type !== "wheel" && holds(placeOn(element, at));
  };
  const zooming = zoom<Element, unknown>()
    .scaleExtent([...scales])
    .filter(
      (event: Event & { touches?: TouchList; button?: number }) =>
        !event.button &&
        !isHeld(event) &&
        (event.type === "wheel"
          ? takesWheel(event as WheelEvent)
          : (event.touches?.length ?? 0) > 1 || moves(event)),
    )
    .wheelDelta((event) => Math.max(-MOST_WHEEL, Math.min(MOST_WHEEL, doublings(event))))
    .on("start", ({ sourceEvent }: D3ZoomEvent<Element, unknown>) => {
      if (sourceEvent?.touches?.length > 1) element.focus({ preventScroll: true });
    })
    .on("zoom", (event: D3ZoomEvent<Element, unknown>) => {
      transform = event.transform;
      touch();
      onZoom(transform);
    });
  if (within) zooming.extent(within).constrain(keepWithin(within));
  target.call(zooming).on("dblclick.zoom", null);
  touch();
  for (const kind of ["focus", "blur"] as const) element.addEventListener(kind, touch, { signal });
  signal.addEventListener("abort", () => target.on(".zoom", null));

  onGrip(element, signal, holds);

  const showAll = () => target.call(zooming.transform, zoomIdentity);
  const acts = new Map<string, (event: KeyboardEvent) => unknown>([
    ["+", () => target.call(zooming.scaleBy, KEY_ZOOM)],
    ["=", () => target.call(zooming.scaleBy, KEY_ZOOM)],
    ["-", () => target.call(zooming.scaleBy, 1 / KEY_ZOOM)],
    ["0", showAll],
    ["Escape", () => point(null)],
    ...keys,
  ]);
  onPoint(element, signal, point);
  onKey(element, signal, (event) => {
    const act = acts.get(event.key);
    return act !== undefined && act(event) !== false;
  });
  const onDoubleClick = () => {
    if (!drawing) showAll();
  };
  element.addEventListener("dblclick", onDoubleClick, { signal });
  element.addEventListener("click", (event) => onClick(placeOn(element, event)), { signal });

  return {
    centre(px, py) {
      target.call(zooming.translateTo, px, py);
    },
    zoom(next) {
      target.call(zooming.transform, next);
    },
    draws(now) {
      drawing = now;
      touch();
    },
  };
}
