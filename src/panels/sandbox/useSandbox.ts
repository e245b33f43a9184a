/** @file How the panels of chapter 4 reach what it shows. */
import { type SandboxState, sandboxState } from "../../state/sandbox";
import { useOf } from "../StoreContext";

/** Renders again when what `select` gives is another value. */
export const useSandbox = <Value>(select: (state: SandboxState) => Value): Value =>
  useOf(sandboxState, select);
