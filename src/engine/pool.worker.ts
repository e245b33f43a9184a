/**
 * @file A worker of the pool: trains replicas of an experiment.
 */
import { BROWSER_LOADERS, BROWSER_ORDER, compareInBrowser, ownScope } from "./inBrowser";
import { servePool } from "./servePool";

servePool(ownScope(), BROWSER_ORDER, BROWSER_LOADERS, compareInBrowser());
