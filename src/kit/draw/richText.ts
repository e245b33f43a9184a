/**
 * @file Short captions with raised and lowered parts: "E_1", "10^{-3}", "P[R(x, y) = 1]".
 */

const PART = /([_^])(?:\{([^}]*)\}|(\S))/g;
const SHIFT = { _: 0.25, "^": -0.4 };

/** Writes `caption` into an SVG text element; does nothing when it already says so. */
export function setRichText(text: SVGTextElement, caption: string): void {
  if (text.dataset.caption === caption) return;
  text.dataset.caption = caption;
  text.textContent = "";
  let back = 0;
  const add = (content: string, shift: number) => {
    if (content === "") return;
    const part = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
    part.textContent = content;
    if (shift !== back) part.setAttribute("dy", `${shift === 0 ? -0.75 * back : shift - back}em`);
    if (shift !== 0) part.setAttribute("font-size", "75%");
    back = shift;
    text.append(part);
  };
  let end = 0;
  for (const match of caption.matchAll(PART)) {
    add(caption.slice(end, match.index), 0);
    add(match[2] ?? match[3], SHIFT[match[1] as "_" | "^"] / 0.75);
    end = match.index + match[0].length;
  }
  add(caption.slice(end), 0);
}
