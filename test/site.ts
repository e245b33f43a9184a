/**
 * @file The built site under a sub-path of a bare static server, and a Chromium to open it.
 */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { type Browser, chromium } from "playwright";
import { chromiumPath, PLAIN_FLAGS } from "../scripts/chromium";

export const DIST = join(import.meta.dirname, "../dist");
const PREFIX = "/some/sub/path/";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** The witness's name on the server. */
const WITNESS = "witness.js";

/** Seconds for which a browser need not ask again: what common static hosts say. */
const KEPT = 600;

export interface Served {
  /** Address of the page, with a closing slash. */
  readonly url: string;
  /** Ends the server: from then on nothing is there. */
  closeServer(): Promise<void>;
}

interface Serving {
  readonly dist?: string;
  /** To pages of other origins too, as common static hosts do. */
  readonly open?: boolean;
  /** The text of a script that runs in every page before its own. */
  readonly witness?: string;
}

export interface Site extends Served {
  /** Its pages have no service worker, which would answer where a test means to, unless they are asked to allow it. */
  readonly browser: Browser;
  close(): Promise<void>;
}

/** `browser` with pages that have no service worker unless they are asked to. */
function withoutServiceWorkers(browser: Browser): Browser {
  for (const name of ["newPage", "newContext"] as const) {
    const open = browser[name].bind(browser) as (options: object) => Promise<never>;
    browser[name] = (options = {}) => open({ serviceWorkers: "block", ...options });
  }
  return browser;
}

/** Serves a built site on 127.0.0.1. Throws if it has not been built. */
export async function serveSite({
  dist = DIST,
  open = false,
  witness,
}: Serving = {}): Promise<Served> {
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} is missing: npm run build`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const inside = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : null;
    const file = join(dist, normalize(`${inside}`.replace(/(^|\/)$/, "$1index.html")));
    if (witness !== undefined && inside === WITNESS)
      return response.writeHead(200, { "content-type": TYPES[".js"] }).end(witness);
    if (inside === null || !file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile())
      return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": `max-age=${KEPT}`,
      ...(open && { "access-control-allow-origin": "*" }),
    });
    if (witness !== undefined && extname(file) === ".html")
      return response.end(
        readFileSync(file, "utf8").replace(
          "<head>",
          () => `<head><script src="./${WITNESS}"></script>`,
        ),
      );
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}${PREFIX}`,
    closeServer: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Serves a built site and opens a browser with `flags`; where it is `open`, to pages of other origins too. Throws if it
 * has not been built.
 */
export async function openSite(
  flags: readonly string[] = PLAIN_FLAGS,
  dist: string = DIST,
  { open = false }: { readonly open?: boolean } = {},
): Promise<Site> {
  const served = await serveSite({ dist, open });
  const browser = withoutServiceWorkers(
    await chromium.launch({ executablePath: chromiumPath(), args: [...flags] }),
  );
  return {
    ...served,
    browser,
    close: async () => {
      await browser.close();
      await served.closeServer();
    },
  };
}
