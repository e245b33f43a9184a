/** @file The worker that checks, with a planted fault (wrong.ts). */
import { engineChecks } from "../../../src/engine/check/engineChecks";
import { serveCheck } from "../../../src/engine/check/serveCheck";
import { BROWSER_LOADERS, ownScope } from "../../../src/engine/inBrowser";
import type { CheckReply } from "../../../src/run/finding";
import { withHastySimd } from "./wrong";

const checks = engineChecks(withHastySimd(BROWSER_LOADERS), () => performance.now());
void serveCheck(checks, ownScope<never, CheckReply>().postMessage);
