/** @file What would lead off the page while it is fuzzed is caught: other addresses, windows, files, prints, the full screen. */

/** Whether a press on the link would leave the page, or hand over a file. */
const leaves = (link: HTMLAnchorElement): boolean =>
  link.target !== "" ||
  link.hasAttribute("download") ||
  link.href.split("#")[0] !== document.URL.split("#")[0];

/** For as long as the page is open. */
export function stayHere(): void {
  const caught = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link ? leaves(link) : event.type === "submit") event.preventDefault();
  };
  addEventListener("click", caught, true);
  addEventListener("submit", caught, true);
  const press = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function click(this: HTMLElement) {
    const away = this instanceof HTMLAnchorElement && leaves(this);
    const picker = this instanceof HTMLInputElement && this.type === "file";
    if (!away && !picker) press.call(this);
  };
  window.open = () => null;
  window.print = () => {};
  Element.prototype.requestFullscreen = async () => {};
  // Events that no hand made have no pointer that could be captured.
  const capture = Element.prototype.setPointerCapture;
  Element.prototype.setPointerCapture = function setPointerCapture(this: Element, id: number) {
    try {
      capture.call(this, id);
    } catch {}
  };
}
