/** @file Files of the site. What is not there is told with a sentence. */

import { fetchFile } from "./network";

/** `what` it is: the subject of the sentence where it does not load. */
export async function fetched(what: string, url: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetchFile(url, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Error(`${what} at ${url} did not load (${(error as Error).message}).`);
  }
  if (!response.ok) throw new Error(`${what} at ${url} did not load (status ${response.status}).`);
  // Some servers answer with the page where there is no file.
  if (response.headers.get("content-type")?.startsWith("text/html"))
    throw new Error(`${what} at ${url} is not there.`);
  return response;
}

/** The content of a file that is compressed with gzip. Rejects with a sentence where it cannot be had. */
export async function loadGzip(what: string, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetched(what, url);
  try {
    const plain = response.body?.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  } catch {
    throw new Error(`${what} at ${url} is refused: it is damaged.`);
  }
}
