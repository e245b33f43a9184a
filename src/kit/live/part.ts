/** @file Parts of the page that are fetched when they are needed. */

/** Rejects with a sentence for the reader; what the browser said is its cause. */
export async function part<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new Error(
      "A part of the page did not load. Either the connection is down, or the page was published anew after it was opened here.",
      { cause },
    );
  }
}
