/**
 * @file Vite plugin: every page of the built site says what it may load and run: its own files, and nothing inline but
 * the styles that it is built with, which are named by their hashes. The development server is as it was.
 */
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

type Policy = Readonly<Record<string, readonly string[]>>;

export const SITE_POLICY: Policy = {
  "default-src": ["'none'"],
  // The kernel is compiled by workers, which inherit this where they are begun from a blob (src/run/openWorker.ts).
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "worker-src": ["'self'", "blob:"],
  "connect-src": ["'self'"],
  "style-src": ["'self'"],
  // Pictures that are drawn for a file, and the frames of films.
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What stands between the tags of inline elements of a name; data in a script's tags is not run. */
const inline = (html: string, name: "style" | "script"): string[] =>
  [
    ...html.matchAll(
      new RegExp(`<${name}(?![^>]*\\s(?:src|type="application/json))[^>]*>([^]*?)</${name}>`, "g"),
    ),
  ].map(([, text]) => text);

/** `html` with its policy, before anything that it could be about. */
export function secured(html: string, policy: Policy = SITE_POLICY): string {
  const said = Object.entries(policy).map(([directive, sources]) => {
    const own =
      directive === "style-src"
        ? inline(html, "style")
        : directive === "script-src"
          ? inline(html, "script")
          : [];
    return [directive, ...sources, ...new Set(own.map(hashOf))].join(" ");
  });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${said.join("; ")}">`;
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => `${charset}\n    ${meta}`);
}

/** The page that is one file: nothing is loaded at all. */
export const SINGLE_POLICY: Policy = {
  ...SITE_POLICY,
  "script-src": ["'wasm-unsafe-eval'"],
  "worker-src": ["blob:"],
  // The kernel.
  "connect-src": ["data:"],
  "style-src": [],
  "img-src": ["data:", "blob:"],
  "font-src": ["data:"],
  "manifest-src": ["'none'"],
};

export const csp = (policy?: Policy): Plugin => ({
  name: "csp",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "asset" && file.fileName.endsWith(".html"))
          file.source = secured(String(file.source), policy);
    },
  },
});
