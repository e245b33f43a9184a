/**
 * @file A picture of the page as an image file: its canvases and drawings one over the other, as they
 * stand. Type is the system's, since an image cannot ask for the page's.
 */

/** Image pixels per CSS pixel. */
const SCALE = 2;

/** What the page's sheets say of a drawing's parts, and a drawing outside of the page would not know. */
const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "visibility",
  "display",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "font-variant-numeric",
  "letter-spacing",
  "text-anchor",
  "dominant-baseline",
  "mix-blend-mode",
] as const;

/** The first ground behind an element that is not see-through. */
function groundOf(element: Element | null): string {
  if (!element) return "white";
  const { backgroundColor } = getComputedStyle(element);
  return /^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)
    ? groundOf(element.parentElement)
    : backgroundColor;
}

/** A drawing that looks the same outside of the page. */
async function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const parts = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [i, part] of parts.entries()) {
    const style = getComputedStyle(part);
    for (const name of KEPT) copies[i].style.setProperty(name, style.getPropertyValue(name));
  }
  copy.setAttribute("width", `${width * SCALE}`);
  copy.setAttribute("height", `${height * SCALE}`);
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const image = new Image();
  const text = new XMLSerializer().serializeToString(copy);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  return image;
}

/** A PNG of all that is drawn within `root`, on the ground that it stands on. */
export async function pictureOf(root: HTMLElement): Promise<Blob> {
  const box = root.getBoundingClientRect();
  const canvas = new OffscreenCanvas(Math.ceil(box.width * SCALE), Math.ceil(box.height * SCALE));
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.fillStyle = groundOf(root);
  context.fillRect(0, 0, canvas.width, canvas.height);
  const layers = root.querySelectorAll<HTMLCanvasElement | SVGSVGElement>("canvas, svg:not(svg *)");
  for (const layer of layers) {
    const { left, top, width, height } = layer.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const image = layer instanceof SVGSVGElement ? await imageOf(layer) : layer;
    context.globalAlpha = Number(getComputedStyle(layer).opacity);
    context.drawImage(
      image,
      (left - box.left) * SCALE,
      (top - box.top) * SCALE,
      width * SCALE,
      height * SCALE,
    );
  }
  return canvas.convertToBlob({ type: "image/png" });
}
