/**
 * @file Whether a scene of a lecture stands: its pictures are drawn, at its step, with its sentence. Runs
 * within the page.
 */
export function stands({ id, at }: { readonly id: string; readonly at: number | null }): boolean {
  const bar = document.querySelector<HTMLElement>(".lecture-bar");
  if (bar?.dataset.scene !== id) return false;
  const step = bar.querySelector(".step")?.textContent;
  if (at !== null && step !== undefined && step !== `step ${at.toLocaleString("en-US")}`)
    return false;
  const hero = document.querySelector(".hero");
  if (!hero || hero.querySelector("[role=alert]")) return false;
  const shown = (of: string) =>
    [...hero.querySelectorAll(of)].filter((picture) => picture.checkVisibility());
  // Without a role nothing is drawn in it yet.
  if (shown(".view-plot > svg:not([role])").length > 0) return false;
  const pictures = shown("svg[role=img], svg[role=group]");
  return (
    pictures.length > 0 &&
    pictures.every(
      (picture) =>
        picture.hasAttribute("aria-label") &&
        picture.querySelectorAll("circle, path, rect, line").length > 0,
    ) &&
    document.querySelector(".sentence") !== null
  );
}
