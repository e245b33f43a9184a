/** @file The site is kept for visits without a network when the page has come and its run is under way. */
import { late } from "../../kit/live/late";

/** Milliseconds after the page has come. */
const LEISURE = 5000;

/** Framed pages keep nothing: what they keep is not found by other pages, and each course's page would keep its own. */
const keeps = (): boolean => {
  try {
    return (
      import.meta.env.PROD &&
      self === top &&
      "serviceWorker" in navigator &&
      Boolean(navigator.serviceWorker)
    );
  } catch {
    return false;
  }
};

const Nothing = () => null;

/** Notices of a newer version; nothing where the site is not kept. */
export const Newer = late(async () => {
  if (!keeps()) return Nothing;
  try {
    await new Promise((resolve) => setTimeout(resolve, LEISURE));
    const [{ keepSite }, { Newer }] = await Promise.all([import("./keepSite"), import("./Newer")]);
    await keepSite();
    return Newer;
  } catch {
    return Nothing;
  }
});
