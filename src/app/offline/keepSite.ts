/** @file Has the site kept for visits without a network (sw.ts), and learns of a version that is newer than the page. */
import { Workbox } from "workbox-window";
import { createStore } from "zustand/vanilla";
import { reload } from "../../kit/live/model/url";

/** Milliseconds between two looks whether there is a newer version. */
const PAUSE = 3_600_000;

/** Whether a newer version is there, kept and ready. */
export const newer = createStore(() => false);

let site: Workbox | null = null;
/** Whether it is in charge already: somebody asked for it in another tab. */
let inCharge = false;

/** Begins to keep the site. Where a browser refuses, the page is as it was: one that needs the network. */
export async function keepSite(): Promise<void> {
  const own = new Workbox(new URL("sw.js", document.baseURI).href);
  own.addEventListener("waiting", () => newer.setState(true, true));
  let before = navigator.serviceWorker.controller;
  own.addEventListener("controlling", () => {
    // The first that takes charge is of the page's own version.
    inCharge = before !== null;
    before = navigator.serviceWorker.controller;
  });
  await own.register();
  site = own;
  setInterval(() => own.update().catch(() => {}), PAUSE);
}

/** Loads the newer version in the place of this page. */
export function loadNewer(): void {
  if (!site || inCharge) reload();
  else {
    site.addEventListener("controlling", reload);
    site.messageSkipWaiting();
  }
}
