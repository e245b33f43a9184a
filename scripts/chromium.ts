/**
 * @file Finds a Chromium for the browser tests, or says how to get one.
 */
import { type ExecFileSyncOptions, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

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

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
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

function installOnDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.error("No Chromium found: installing Debian's package.");
  const options = { stdio: ["ignore", "ignore", "inherit"] } as const satisfies ExecFileSyncOptions;
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], options);
}

/** Path of a Chromium; throws one clear sentence when there is none. */
export function chromiumPath(): string {
  const found = find();
  if (found) return found;
  try {
    installOnDebian();
  } catch (error) {
    console.error(`The installation failed: ${error instanceof Error ? error.message : error}`);
  }
  const installed = find();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium: install Chromium or Chrome, or set CHROME_PATH to one.",
  );
}
