/** @file What the page needs of the browser around it. */
import { browserShelf } from "../../kit/live/keep/shelf";
import { type Check, Untried } from "../../run/finding";

const NAME = "geneft-check";

const browser: Check = {
  name: "browser",
  run: () => {
    const { userAgent, hardwareConcurrency = 0, language } = navigator;
    return `${userAgent}; ${hardwareConcurrency || "unknown"} cores; ${language}; ${innerWidth} × ${innerHeight} at ${devicePixelRatio}`;
  },
};

/** Milliseconds of watching the clock at most. */
const WATCHED = 300;
/** A clock coarser than this makes speeds and paces wrong, ms. */
const COARSEST = 150;

const clock: Check = {
  name: "clock",
  run() {
    const steps: number[] = [];
    const [begun, told] = [performance.now(), Date.now()];
    for (let last = begun; steps.length < 20 && Date.now() - told < WATCHED; ) {
      const now = performance.now();
      if (now < last) throw new Error(`it went back by ${last - now} ms`);
      if (now > last) steps.push(now - last);
      last = now;
    }
    if (steps.length === 0) throw new Error(`it stood still for ${WATCHED} ms`);
    const finest = Math.min(...steps);
    if (finest > COARSEST) throw new Error(`it moves in steps of ${finest.toFixed(0)} ms`);
    return `moves in steps of ${finest.toPrecision(2)} ms`;
  },
};

const visit: Check = {
  name: "storage of the visit",
  run() {
    sessionStorage.setItem(NAME, "é");
    const back = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    if (back !== "é") throw new Error(`“${back}” came back in place of “é”`);
    return "keeps a text";
  },
};

const shelf: Check = {
  name: "storage between visits",
  async run() {
    const kept = browserShelf<Float32Array>(NAME);
    const begun = performance.now();
    await kept.write([["a", Float32Array.of(0.1, -0)]]);
    const back = await kept.read("a");
    await kept.remove(["a"]);
    if (!back || back[0] !== Math.fround(0.1) || !Object.is(back[1], -0))
      throw new Error("what came back is not what was written");
    return `keeps numbers, in ${(performance.now() - begun).toFixed(0)} ms`;
  },
};

const windows: Check = {
  name: "talk between windows",
  run: () =>
    new Promise((resolve, reject) => {
      if (typeof BroadcastChannel === "undefined")
        throw new Untried(
          "this browser has no BroadcastChannel: a lecture has no speaker’s window",
        );
      const [said, heard] = [new BroadcastChannel(NAME), new BroadcastChannel(NAME)];
      const end = (act: () => void) => {
        clearTimeout(timer);
        said.close();
        heard.close();
        act();
      };
      const timer = setTimeout(
        () => end(() => reject(new Error("nothing was heard in 3 s"))),
        3000,
      );
      heard.onmessage = () => end(() => resolve("is heard"));
      said.postMessage(1);
    }),
};

const packing: Check = {
  name: "compression, of run files",
  async run() {
    if (typeof CompressionStream === "undefined")
      throw new Untried("this browser has no CompressionStream");
    const packed = new Blob(["geneft"]).stream().pipeThrough(new CompressionStream("gzip"));
    const text = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
    if (text !== "geneft") throw new Error(`“${text}” came back in place of “geneft”`);
    return "packs and unpacks";
  },
};

export const BROWSER_CHECKS: readonly Check[] = [browser, clock, visit, shelf, windows, packing];
