/** @file Opens the page in an engine, on a server of its own, and keeps what was tried there. */
import { browserPath, type EngineName } from "../../scripts/browsers";
import { evidence } from "../evidence";
import { DIST, serveSite } from "../site";
import { openPuppet } from "./puppet";
import type { Opening, Visit } from "./visit";
import { openWebkit } from "./webkit";
import { WITNESS } from "./witness";

export interface Opened extends Visit {
  /** Address of the page, with a closing slash. */
  readonly url: string;
  /** Writes down what the page has gone through here. */
  tried(what: string): void;
}

const NAMES: Readonly<Record<EngineName, string>> = {
  chromium: "Chromium",
  firefox: "Firefox",
  webkit: "WebKitGTK",
};

/** The built site in a browser. Throws where this machine has none of that engine. */
export async function openIn(engine: EngineName, opening: Opening = {}): Promise<Opened> {
  const path = browserPath(engine);
  if (path === null) throw new Error(`there is no ${engine} here`);
  const served = await serveSite(DIST, { witness: WITNESS });
  const visit = await (engine === "webkit" ? openWebkit(path) : openPuppet(engine, path, opening));
  return {
    ...visit,
    url: served.url,
    tried: (what) =>
      evidence("browsers", { browser: NAMES[engine], version: visit.version, tried: what }),
    close: async () => {
      await visit.close();
      await served.close();
    },
  };
}
