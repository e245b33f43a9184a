/** @file The worker that checks theory and engines on this machine. */
import { type Check, type CheckReply, Untried } from "../run/finding";
import { engineChecks } from "./check/engineChecks";
import { serveCheck } from "./check/serveCheck";
import { THEORY_CHECKS } from "./check/theoryChecks";
import { BROWSER_LOADERS, ownScope } from "./inBrowser";
import { openContext, rendererOf } from "./webgl/context";

const renderer: Check = {
  name: "WebGL in workers",
  run() {
    try {
      const { gl } = openContext();
      const name = rendererOf(gl);
      gl.getExtension("WEBGL_lose_context")?.loseContext();
      return name;
    } catch (error) {
      throw new Untried((error as Error).message);
    }
  },
};

const now = () => performance.now();
const checks = [...THEORY_CHECKS, renderer, ...engineChecks(BROWSER_LOADERS, now)];
void serveCheck(checks, ownScope<never, CheckReply>().postMessage);
