/**
 * @file The worker that trains.
 */
import { makeChooser } from "./chooser";
import { BROWSER_LOADERS, BROWSER_ORDER, compareInBrowser, ownScope } from "./inBrowser";
import { serve } from "./serve";

serve(ownScope(), makeChooser(BROWSER_ORDER, BROWSER_LOADERS, compareInBrowser()));
