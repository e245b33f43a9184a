/**
 * @file The built site under a sub-path of a bare static server, and a Chromium to open it.
 */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";
import { type Browser, chromium } from "playwright";
import { chromiumPath, PLAIN_FLAGS } from "../scripts/chromium";

export const DIST = join(import.meta.dirname, "../dist");
/** Pages that a test makes up are on no network, and may not frame one of this machine without leave. */
export const FRAMED_FLAGS = [...PLAIN_FLAGS, "--disable-features=LocalNetworkAccessChecks"];
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

/** Seconds for which a browser need not ask again: what common static hosts say. */
const KEPT = 600;

export interface Served {
  /** Address of the page, with a closing slash. */
  readonly url: string;
  /** What is wrong with the site's files, by their path in it; changed as a test wants it. */
  spoil: Spoil;
  /** Paths that were asked for, the oldest first. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** How a file is served instead of well; null: well. */
export type Spoil = (file: string) => {
  /** 404, or "cut": no answer at all. */
  readonly status?: 404 | "cut";
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: (bytes: Buffer) => Buffer | string;
} | null;

export interface Site {
  /** Address of the page, with a closing slash. */
  readonly url: string;
  readonly served: Served;
  /** Its pages have no service worker, which would answer where a test means to, unless they are asked to allow it. */
  readonly browser: Browser;
  /** Ends the server alone: from then on nothing is there. */
  closeServer(): Promise<void>;
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

export interface Serving {
  /** The text of a script that runs before the page's own. */
  readonly witness?: string;
  /** Whether pages of other origins may read it, as common static hosts allow. */
  readonly open?: boolean;
}

/** Serves a built site on 127.0.0.1. Throws if it has not been built. */
export async function serveSite(
  dist: string = DIST,
  { witness, open = false }: Serving = {},
): Promise<Served> {
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} is missing: npm run build`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const inside = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : null;
    const file = join(dist, normalize(`${inside}`.replace(/(^|\/)$/, "$1index.html")));
    if (witness !== undefined && inside === "witness.js")
      return response.writeHead(200, { "content-type": TYPES[".js"] }).end(witness);
    if (inside === null || !file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile())
      return response.writeHead(404).end();
    const path = relative(dist, file);
    served.asked.push(path);
    const spoilt = served.spoil(path);
    if (spoilt?.status === "cut") return response.destroy();
    if (spoilt?.status === 404) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": `max-age=${KEPT}`,
      ...(open && { "access-control-allow-origin": "*" }),
      ...spoilt?.headers,
    });
    if (spoilt?.content) return response.end(spoilt.content(readFileSync(file)));
    if (witness !== undefined && extname(file) === ".html")
      return response.end(
        readFileSync(file, "utf8").replace("<head>", '<head><script src="./witness.js"></script>'),
      );
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const served: Served = {
    url: `http://127.0.0.1:${address.port}${PREFIX}`,
    spoil: () => null,
    asked: [],
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return served;
}

/** Serves a built site and opens a browser with `flags`. Throws if it has not been built. */
export async function openSite(
  flags: readonly string[] = PLAIN_FLAGS,
  dist: string = DIST,
  serving: Serving = {},
): Promise<Site> {
  const served = await serveSite(dist, serving);
  const browser = withoutServiceWorkers(
    await chromium.launch({ executablePath: chromiumPath(), args: [...flags] }),
  );
  return {
    url: served.url,
    served,
    browser,
    closeServer: served.close,
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}
