/**
 * @file The service worker: keeps every file of the site after the first visit, so that all of it opens without a
 * network. A later version is fetched beside and waits until a reader asks for it (Newer.tsx), or until no page is open;
 * pages of the version before go on with their own programs.
 */
import { cacheNames } from "workbox-core";
import { PrecacheController, type PrecacheEntry, PrecacheRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

/** What pages of the version before may still ask for. */
const EARLIER = `${cacheNames.precache}-earlier`;

const controller = new PrecacheController({
  // One at a time and after whatever the page itself asks for.
  plugins: [{ requestWillFetch: async ({ request }) => new Request(request, { priority: "low" }) }],
});
controller.addToCacheList(self.__WB_MANIFEST);

/** Keeps the programs that this version does not have; those of the version before the last one go. */
async function keepEarlier(): Promise<void> {
  await caches.delete(EARLIER);
  const [now, earlier] = await Promise.all([
    caches.open(cacheNames.precache),
    caches.open(EARLIER),
  ]);
  const own = new Set(controller.getURLsToCacheKeys().values());
  for (const request of await now.keys()) {
    const response = own.has(request.url) ? undefined : await now.match(request);
    if (response) await earlier.put(request, response);
  }
}

async function takeOver(event: ExtendableEvent): Promise<void> {
  await keepEarlier();
  await controller.activate(event);
  // The page that is open at the first visit is served too.
  await self.clients.claim();
}

self.addEventListener("install", (event) => controller.install(event));
self.addEventListener("activate", (event) => event.waitUntil(takeOver(event)));
self.addEventListener("message", ({ data, ports }) => {
  if (data?.type === "SKIP_WAITING") void self.skipWaiting();
  if (data?.type === "AT_WORK") ports[0]?.postMessage(null);
});

/** What an address has after its question mark names no other file. */
registerRoute(new PrecacheRoute(controller, { ignoreURLParametersMatching: [/./] }));

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.href.startsWith(self.registration.scope),
  async ({ request }) => (await caches.match(request, { cacheName: EARLIER })) ?? fetch(request),
);
