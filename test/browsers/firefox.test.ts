/** The page in Firefox. */
import { tryEngine } from "./engine";

// With axe.
tryEngine("firefox", true);
