/**
 * @file A worker of the benchmark in a browser.
 */
import { answer, makeService, type Question } from "../service";
import { BROWSER_TOOLS } from "./tools";

const service = makeService(BROWSER_TOOLS);

addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  postMessage(await answer(service, data));
});
