/**
 * @file Reads the text of a page as it is painted: what is too small, what is cut off, what lies on other
 * text. Runs within the page.
 */

export interface Legible {
  readonly small: readonly string[];
  readonly clipped: readonly string[];
  readonly overlapping: readonly string[];
  /** Texts that were looked at. */
  readonly texts: number;
}

/**
 * `least` in px. Raised and lowered text, equations' scripts, and what moves about in a picture (labels of
 * repons, letters in cells) are left out of what is measured: `apart` are selectors of the latter.
 */
export function legible({
  least,
  apart,
}: {
  readonly least: number;
  readonly apart: readonly string[];
}): Legible {
  const SCRIPTS = "sub, sup, .katex, .raised, .lowered, tspan[dy], tspan[font-size]";
  /** Pixels by which boxes may touch: line boxes are higher than their letters. */
  const SLACK = 3;
  const small: string[] = [];
  const clipped: string[] = [];
  const overlapping: string[] = [];
  const boxes: { text: string; rect: DOMRect; of: Element }[] = [];

  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest(
      "[inert], .visually-hidden, .skip:not(:focus-within), [aria-hidden=true].measure",
    ) === null;
  const scaleOf = (element: Element): number =>
    element instanceof SVGGraphicsElement
      ? Math.hypot(element.getScreenCTM()?.a ?? 1, element.getScreenCTM()?.b ?? 0)
      : 1;

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    const of = node.parentElement;
    if (text === "" || !of || !isShown(of)) continue;
    if (of.closest("script, style, title, desc, option, .katex-mathml")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    if (rect.width < 1 || rect.height < 1) continue;
    // Said to screen readers alone.
    const box = of.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue;
    const name = `“${text.slice(0, 40)}” in ${of.closest("[class]")?.getAttribute("class") ?? of.tagName}`;
    const size = Number.parseFloat(getComputedStyle(of).fontSize) * scaleOf(of);
    const script = of.closest(SCRIPTS) !== null;
    const moves = apart.some((selector) => of.closest(selector) !== null);
    if (!script && size < least - 0.05) small.push(`${name}: ${size.toFixed(1)} px`);
    if (script || moves) continue;
    for (let up: Element | null = of; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      const cuts =
        up === document.documentElement || /hidden|clip|auto|scroll/.test(style.overflow);
      if (!cuts || up instanceof SVGElement) continue;
      const frame = up.getBoundingClientRect();
      const out = Math.max(
        frame.left - rect.left,
        rect.right - frame.right,
        frame.top - rect.top,
        rect.bottom - frame.bottom,
      );
      if (out > SLACK) {
        clipped.push(
          `${name}: ${out.toFixed(0)} px out of ${up.getAttribute("class") ?? up.tagName}`,
        );
        break;
      }
    }
    boxes.push({ text: name, rect, of });
  }
  for (let i = 0; i < boxes.length; i++)
    for (let j = 0; j < i; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a.of.contains(b.of) || b.of.contains(a.of)) continue;
      const wide = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const high = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      const line = Math.min(a.rect.height, b.rect.height);
      if (wide > SLACK && high > 0.35 * line) overlapping.push(`${a.text} and ${b.text}`);
    }
  return { small, clipped, overlapping, texts: boxes.length };
}
