/** @file A pointer that everybody sees, and strokes that fade: drawn over the page, kept nowhere. */
import { getStroke } from "perfect-freehand";
import { useEffect, useRef } from "react";

/** Milliseconds in which a stroke fades once it is drawn. */
const FADE = 3000;
const WIDTH = 8;

interface Stroke {
  readonly points: [x: number, y: number][];
  /** When it was finished, ms; null while it is drawn. */
  ended: number | null;
}

const SVG = "http://www.w3.org/2000/svg";

/** The outline of a stroke as a path. */
const outline = (points: Stroke["points"]): string => {
  const [first, ...rest] = getStroke(points, { size: WIDTH, simulatePressure: true });
  if (!first) return "";
  return `M${first.join(" ")}${rest.map((at) => `L${at.join(" ")}`).join("")}Z`;
};

/** Draws into `svg` until it is told to end. */
function ink(svg: SVGSVGElement): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const strokes = new Map<Stroke, SVGPathElement>();
  const dot = document.createElementNS(SVG, "circle");
  dot.setAttribute("r", "7");
  svg.append(dot);
  let current: Stroke | null = null;
  let request = 0;

  function draw(now: number): void {
    request = 0;
    for (const [stroke, path] of strokes) {
      const left = stroke.ended === null ? 1 : 1 - (now - stroke.ended) / FADE;
      if (left <= 0) {
        path.remove();
        strokes.delete(stroke);
      } else {
        path.setAttribute("d", outline(stroke.points));
        path.style.opacity = String(Math.min(1, 2 * left));
      }
    }
    if (strokes.size > 0) request = requestAnimationFrame(draw);
  }
  const again = () => {
    request ||= requestAnimationFrame(draw);
  };
  const at = ({ clientX, clientY }: PointerEvent): [number, number] => [clientX, clientY];
  const end = () => {
    if (current) current.ended = performance.now();
    current = null;
  };
  svg.addEventListener(
    "pointerdown",
    (event) => {
      svg.setPointerCapture(event.pointerId);
      const path = document.createElementNS(SVG, "path");
      svg.insertBefore(path, dot);
      current = { points: [at(event)], ended: null };
      strokes.set(current, path);
      again();
    },
    { signal },
  );
  svg.addEventListener(
    "pointermove",
    (event) => {
      const [x, y] = at(event);
      dot.setAttribute("cx", String(x));
      dot.setAttribute("cy", String(y));
      current?.points.push([x, y]);
      if (current) again();
    },
    { signal },
  );
  svg.addEventListener("pointerup", end, { signal });
  svg.addEventListener("pointercancel", end, { signal });
  return () => {
    abort.abort();
    cancelAnimationFrame(request);
    svg.replaceChildren();
  };
}

export function Ink() {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => (svg.current ? ink(svg.current) : undefined), []);
  return <svg ref={svg} className="ink" role="img" aria-label="Drawing over the page" />;
}
