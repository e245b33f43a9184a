/**
 * @file The worker that trains.
 */
import type { Request } from "../run/wire";
import { makeChooser } from "./chooser";
import { BROWSER_LOADERS, BROWSER_ORDER, compareInBrowser } from "./inBrowser";
import { serve } from "./serve";

declare const self: DedicatedWorkerGlobalScope;

serve(
  {
    postMessage: (message, transfer) => self.postMessage(message, transfer),
    onRequest: (listener) =>
      self.addEventListener("message", ({ data }: MessageEvent<Request>) => listener(data)),
  },
  makeChooser(BROWSER_ORDER, BROWSER_LOADERS, compareInBrowser()),
);
