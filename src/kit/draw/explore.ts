/**
 * @file How a reader moves about in a picture: wheel and pinch zoom, drag pans, a double click fits,
 * and keys do the same.
 */
import { type D3ZoomEvent, select, type ZoomTransform, zoom, zoomIdentity } from "d3";
import { onKey, onPoint, type Place, placeOn } from "./gestures";

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
  { signal, scales, within, onZoom, onPoint: point, onClick, keys }: ExploreOptions,
): Explorer {
  const target = select<Element, unknown>(element);
  let transform = zoomIdentity;
  let drawing = false;
  const touch = () => {
    element.style.touchAction = isIdentity(transform) && !drawing ? "pan-y" : "none";
  };
  /** Whether a press by mouse or one finger moves the picture. One finger scrolls the page until it is zoomed. */
  const moves = (event: Event & { touches?: TouchList; shiftKey?: boolean }): boolean =>
    event.touches ? transform.k !== 1 && !drawing : !drawing || event.shiftKey === true;
  const zooming = zoom<Element, unknown>()
    .scaleExtent([...scales])
    .filter(
      (event: Event & { touches?: TouchList; button?: number }) =>
        !event.button &&
        (event.type === "wheel" || (event.touches?.length ?? 0) > 1 || moves(event)),
    )
    .on("zoom", (event: D3ZoomEvent<Element, unknown>) => {
      transform = event.transform;
      touch();
      onZoom(transform);
    });
  if (within) zooming.extent(within).constrain(keepWithin(within));
  target.call(zooming).on("dblclick.zoom", null);
  touch();
  signal.addEventListener("abort", () => target.on(".zoom", null));

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
