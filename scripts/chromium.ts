/**
 * @file Finds a Chromium for the browser tests, or says how to get one.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installOnDebian } from "./debian.ts";

/** Software WebGL in workers, no traffic of the browser's own. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
] as const;

/** Without a GPU, a software one included: pages are drawn sooner, and WebGL is missing. */
export const PLAIN_FLAGS: readonly string[] = [
  ...CHROMIUM_FLAGS.filter((flag) => !/swiftshader/.test(flag)),
  "--disable-gpu",
];

/** Chromium that opens no window, and pages in half the time. */
const SHELL = "chromium-headless-shell";
const NAMES = [
  SHELL,
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function find(): string | undefined {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROME_PATH says ${given}, and there is no such file.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...APPLICATIONS].find((path) => existsSync(path));
}

/** Installs the quicker Chromium where it is missing and can be had; not where CHROME_PATH names another. */
export function installShell(): void {
  if (!process.env.CHROME_PATH && !find()?.endsWith(SHELL)) installOnDebian([SHELL]);
}

/** Path of a Chromium; throws one clear sentence when there is none. */
export function chromiumPath(): string {
  const found = find();
  if (found) return found;
  installOnDebian([SHELL]);
  const installed = find();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium: install Chromium or Chrome, or set CHROME_PATH to one.",
  );
}
