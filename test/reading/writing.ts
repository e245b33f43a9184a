/**
 * @file The words on canvases, which have no nodes to read: what was written, and where.
 */

export interface Writing {
  readonly text: string;
  /** Of its anchor, CSS pixels from the upper left corner of its canvas. */
  readonly x: number;
  readonly y: number;
}

export interface Scribe {
  /** What stands on the canvas now: written since it was last cleared there. */
  on(canvas: HTMLCanvasElement): Writing[];
  stop(): void;
}

/** Listens to every canvas; `visibly` false keeps the words off them, for what a typeface decides. */
export function makeScribe(visibly: boolean): Scribe {
  const written = new Map<HTMLCanvasElement, (Writing & { readonly size: string })[]>();
  const { prototype } = CanvasRenderingContext2D;
  const { fillText, strokeText, clearRect } = prototype;
  const sizeOf = ({ width, height }: HTMLCanvasElement) => `${width} x ${height}`;
  const on = (canvas: HTMLCanvasElement) =>
    // A canvas is cleared as well when its size is set.
    (written.get(canvas) ?? []).filter(({ size }) => size === sizeOf(canvas));
  const place = (context: CanvasRenderingContext2D, x: number, y: number): DOMPoint => {
    const at = new DOMPoint(x, y).matrixTransform(context.getTransform());
    const ratio = window.devicePixelRatio;
    return new DOMPoint(at.x / ratio, at.y / ratio);
  };
  prototype.fillText = function (text, x, y, ...rest) {
    const at = place(this, x, y);
    const others = on(this.canvas);
    written.set(this.canvas, [...others, { text, x: at.x, y: at.y, size: sizeOf(this.canvas) }]);
    if (visibly) fillText.call(this, text, x, y, ...rest);
  };
  prototype.strokeText = function (...words) {
    if (visibly) strokeText.apply(this, words);
  };
  prototype.clearRect = function (x, y, width, height) {
    const [from, to] = [place(this, x, y), place(this, x + width, y + height)];
    const kept = on(this.canvas).filter(
      (word) => word.x < from.x || word.x > to.x || word.y < from.y || word.y > to.y,
    );
    // Beyond the edge, where none can be seen, they go as well.
    const whole = width >= this.canvas.width && height >= this.canvas.height;
    written.set(this.canvas, whole ? [] : kept);
    clearRect.call(this, x, y, width, height);
  };
  return {
    on: (canvas) => on(canvas).map(({ text, x, y }) => ({ text, x, y })),
    stop() {
      Object.assign(prototype, { fillText, strokeText, clearRect });
    },
  };
}
