/** The page in Webkit. */
import { tryEngine } from "./engine";

// With axe.
tryEngine("webkit", true);
