/** @file Parts of the page that are fetched when they are needed, and asked for again where they did not come. */

/** Milliseconds until a part that did not come is asked for again: twice as long each time, up to the last. */
const PAUSES = { first: 2000, last: 60_000 } as const;

/** A sentence for the reader; what the browser said is its cause. */
export class NotLoaded<T = unknown> extends Error {
  /** The part, once it has come after all. Never rejects. */
  readonly later: Promise<T>;

  constructor(cause: unknown, load: () => Promise<T>) {
    super(
      "A part of the page did not load. Either the connection is down, or the page was published anew after it was opened here.",
      { cause },
    );
    this.later = untilItComes(load);
  }
}

/** Comes after `pause` ms, and at once where the browser says that it is connected again. */
const back = (pause: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, pause);
    addEventListener("online", done);
  });

/** Sheets that did not load are asked for anew: what loads the parts of the page asks for each but once. */
function renewSheets(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]"))
    if (!link.sheet) link.replaceWith(link.cloneNode());
}

async function untilItComes<T>(load: () => Promise<T>): Promise<T> {
  for (let pause: number = PAUSES.first; ; pause = Math.min(2 * pause, PAUSES.last)) {
    await back(pause);
    renewSheets();
    try {
      return await load();
    } catch {}
  }
}

/** Rejects with `NotLoaded`. */
export async function part<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new NotLoaded(cause, load);
  }
}

/** A part that nobody waits for: it comes, now or once it can be had. */
export const eventually = <T>(load: () => Promise<T>): Promise<T> =>
  part(load).catch(({ later }: NotLoaded<T>) => later);

/** A part that is asked for once, with its first use: the same promise each time, until what did not come has come. */
export function partOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    if (asked) return asked;
    const first = part(load);
    asked = first;
    first.catch(({ later }: NotLoaded<T>) =>
      later.then((come) => {
        asked = Promise.resolve(come);
      }),
    );
    return first;
  };
}
