/**
 * @file The name under which a tab keeps its run. A tab that was duplicated brings along the name of the other, so
 * a page that is open holds its name by a lock, and whoever finds it held takes another.
 */
import { inTime } from "./connection";

const LOCK = "geneft-run ";

/** By which the older of two is known, as far as the clock can tell. */
const newName = (): string => `${Date.now()}-${Math.random().toString(36).slice(2)}`;

/** Milliseconds in which a page that is being left, as at a reload, lets go of its name. */
const LEAVING = 1000;

/** Whether a name is this page's from now on. Where there are no locks, as over plain http, nobody disputes it. */
async function hold(name: string): Promise<boolean> {
  const signal = AbortSignal.timeout(LEAVING);
  try {
    return await inTime(
      () =>
        new Promise<boolean>((resolve, reject) => {
          navigator.locks
            .request(`${LOCK}${name}`, { signal }, () => {
              resolve(true);
              // Until the page is gone.
              return new Promise<never>(() => {});
            })
            .catch(reject);
        }),
    );
  } catch {
    return !signal.aborted;
  }
}

/** The page's own name: the one that its tab had, unless another page goes by it. */
export async function tabName(known: string | undefined): Promise<string> {
  if (known !== undefined && (await hold(known))) return known;
  const name = newName();
  await hold(name);
  return name;
}

/** Names of pages that are open, as far as the browser tells. */
export async function openTabs(): Promise<ReadonlySet<string>> {
  try {
    const { held = [] } = await navigator.locks.query();
    return new Set(held.map(({ name = "" }) => name.slice(LOCK.length)));
  } catch {
    return new Set();
  }
}
