/** @file Has the site kept for visits without a network (sw.ts), and learns of a version that is newer than the page. */
import { Workbox } from "workbox-window";
import { createStore } from "zustand/vanilla";
import { reload } from "../../kit/live/model/url";

/** Milliseconds between two looks whether there is a newer version. */
const PAUSE = 3_600_000;

/** Milliseconds for which the version in charge has time to answer, and then to make way. */
const ANSWER = 3000;
const WAY = 8000;

const PROGRAM = new URL("sw.js", document.baseURI).href;

/** Whether a newer version is there, kept and ready. */
export const newer = createStore(() => false);

/** Begins to keep the site. Where a browser refuses, the page is as it was: one that needs the network. */
export async function keepSite(): Promise<void> {
  const site = new Workbox(PROGRAM);
  site.addEventListener("waiting", () => newer.setState(true, true));
  await site.register();
  setInterval(() => site.update().catch(() => {}), PAUSE);
}

/**
 * Until the version in charge is at work and says so. Chromium puts no other in its place while it is about to begin, and
 * then not before it has had nothing to do for half a minute.
 */
const atWork = (version: ServiceWorker | null): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    version?.postMessage({ type: "AT_WORK" }, [port2]);
    // Versions before this one have no answer.
    setTimeout(resolve, version ? ANSWER : 0);
  });

/** Whether the site's server is to be had: the version in charge does not keep its own program. */
const isServed = (): Promise<boolean> =>
  fetch(PROGRAM, { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Loads the newer version in the place of this page; false where it cannot be had now. */
export async function loadNewer(): Promise<boolean> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.getRegistration();
  // One that does not wait is in charge already: somebody asked for it in another tab.
  if (!registration?.waiting) {
    reload();
    return true;
  }
  serviceWorker.addEventListener("controllerchange", reload);
  await atWork(registration.active);
  registration.waiting?.postMessage({ type: "SKIP_WAITING" });
  await new Promise((resolve) => setTimeout(resolve, WAY));
  // Chromium was seen never to put it in charge; a page that nobody is in charge of comes from the network.
  if (!(await isServed()) || !(await registration.unregister())) return false;
  reload();
  return true;
}
