/**
 * @file Finds the browsers that `npm run test:browsers` drives, or installs Debian's; says which cannot be had.
 */
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromiumPath } from "./chromium";
import { installOnDebian } from "./debian";

const onPath = (...names: readonly string[]): string | null =>
  names
    .flatMap((name) =>
      (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)),
    )
    .find((file) => existsSync(file)) ?? null;

/** WebKitGTK's bare window lies beside its library, in a folder of the machine's architecture. */
function miniBrowser(): string | null {
  if (!existsSync("/usr/lib") || onPath("WebKitWebDriver") === null) return null;
  return (
    readdirSync("/usr/lib")
      .flatMap((folder) =>
        ["4.1", "4.0"].map((abi) => `/usr/lib/${folder}/webkit2gtk-${abi}/MiniBrowser`),
      )
      .find((file) => existsSync(file)) ?? null
  );
}

function chromium(): string | null {
  try {
    return chromiumPath();
  } catch {
    return null;
  }
}

interface Obtained {
  /** Path of the program; null where there is none. */
  readonly find: () => string | null;
  /** Debian's packages of it. */
  readonly packages: readonly string[];
}

/** The engines that the page is tried in. A browser without a display draws on Xvfb's. */
const ENGINES = {
  chromium: { find: chromium, packages: ["chromium-headless-shell"] },
  firefox: { find: () => onPath("firefox-esr", "firefox"), packages: ["firefox-esr"] },
  webkit: { find: miniBrowser, packages: ["webkit2gtk-driver"] },
} as const satisfies Record<string, Obtained>;
export type EngineName = keyof typeof ENGINES;

const DISPLAY: Obtained = { find: () => onPath("xvfb-run"), packages: ["xvfb", "xauth"] };

/** Path of an engine's program; null where this machine has none. */
export const browserPath = (name: EngineName): string | null => ENGINES[name].find();

/** Whether there is any. */
export const anyBrowser = (): boolean =>
  (Object.keys(ENGINES) as EngineName[]).some((name) => browserPath(name) !== null);

/** The command that gives programs a display of their own, with room for a large window; empty where there is none. */
export const onDisplay = (): readonly string[] =>
  DISPLAY.find() === null ? [] : ["xvfb-run", "-a", "-s", "-screen 0 2400x1400x24"];

/** Installs what is missing where that can be done; a sentence for each browser that still is. */
export function installBrowsers(): string[] {
  const wanted = [...Object.values<Obtained>(ENGINES), DISPLAY];
  const absent = wanted.filter(({ find }) => find() === null);
  if (absent.length > 0) installOnDebian(absent.flatMap(({ packages }) => packages));
  const sentences = Object.entries<Obtained>(ENGINES)
    .filter(([, { find }]) => find() === null)
    .map(
      ([name, { packages }]) =>
        `No ${name} was found and none could be installed (Debian: ${packages.join(", ")}): the page is NOT tried in it.`,
    );
  if (DISPLAY.find() === null && !process.env.DISPLAY)
    sentences.push(
      "No display was found and no xvfb-run: WebKit and a window with classic scrollbars are NOT tried, Firefox without WebGL.",
    );
  return sentences;
}
