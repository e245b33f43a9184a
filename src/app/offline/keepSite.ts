/** @file Has the site kept for visits without a network (sw.ts), and learns of a version that is newer than the page. */
import { Workbox } from "workbox-window";
import { createStore } from "zustand/vanilla";
import { reload } from "../../kit/live/model/url";

/** Milliseconds between two looks whether there is a newer version. */
const PAUSE = 3_600_000;

/** Milliseconds after which a version that waits is called once more: Chromium was seen not to heed the first call. */
const AGAIN = 3000;

/** Whether a newer version is there, kept and ready. */
export const newer = createStore(() => false);

/** Begins to keep the site. Where a browser refuses, the page is as it was: one that needs the network. */
export async function keepSite(): Promise<void> {
  const site = new Workbox(new URL("sw.js", document.baseURI).href);
  site.addEventListener("waiting", () => newer.setState(true, true));
  await site.register();
  setInterval(() => site.update().catch(() => {}), PAUSE);
}

/** Loads the newer version in the place of this page. */
export async function loadNewer(): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.getRegistration();
  const call = () => registration?.waiting?.postMessage({ type: "SKIP_WAITING" });
  // One that does not wait is in charge already: somebody asked for it in another tab.
  if (!registration?.waiting) return reload();
  serviceWorker.addEventListener("controllerchange", reload);
  call();
  setInterval(call, AGAIN);
}
