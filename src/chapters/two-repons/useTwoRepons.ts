/** @file How the panels of chapter 4 reach what it shows. */

import { useOf } from "../../kit/live/usePage";
import { type SandboxState, sandboxState } from "./model/store";

/** Renders again when what `select` gives is another value. */
export const useSandbox = <Value>(select: (state: SandboxState) => Value): Value =>
  useOf(sandboxState, select);
