/** The page in Chromium. */
import { tryEngine } from "./engine";

// axe has been through it in test/app/accessibility.built.test.ts.
tryEngine("chromium", false);
