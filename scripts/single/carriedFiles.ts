/** @file In the place of src/run/network.ts in the page that is one file: files of the site are within it. */

/** As scripts/single/plugin.ts writes them: by path, text as it is, anything else as base64. */
export interface Carried {
  readonly texts: Readonly<Record<string, string>>;
  readonly bytes: Readonly<Record<string, string>>;
}

let read: Carried | undefined;

/** All that the page carries. */
export function carried(): Carried {
  read ??= JSON.parse(document.getElementById("files")?.textContent ?? "") as Carried;
  return read;
}

export async function fetchFile(url: string, { signal }: RequestInit): Promise<Response> {
  signal?.throwIfAborted();
  const folder = new URL(".", document.baseURI).href;
  const path = new URL(url, document.baseURI).href.slice(folder.length);
  const { texts, bytes } = carried();
  if (path in texts) return new Response(texts[path]);
  if (!(path in bytes)) return new Response(null, { status: 404 });
  const plain = Uint8Array.from(atob(bytes[path]), (letter) => letter.charCodeAt(0));
  return new Response(plain, { headers: { "content-type": "application/octet-stream" } });
}
