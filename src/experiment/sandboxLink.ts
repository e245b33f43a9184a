/**
 * @file A sandbox as the text of one entry of a link.
 */
import { formatEntry, parseEntry, parseEntryValue } from "./entry";
import { centred, SANDBOX_PARAMS, type Sandbox, type SandboxKey } from "./sandbox";
import type { Notice } from "./settings";

/** Empty for the default sandbox. */
export const formatSandbox = (sandbox: Sandbox): string => formatEntry(SANDBOX_PARAMS, sandbox);

/** One value: valid, or the reason why not. */
export const parseSandboxValue = (key: SandboxKey, value: unknown) =>
  parseEntryValue(SANDBOX_PARAMS[key], value);

/** Total: any text gives a valid sandbox; each thing that was wrong gives a notice that names it. */
export function parseSandbox(text: string): {
  readonly sandbox: Sandbox;
  readonly notices: readonly Notice[];
} {
  const { values, notices } = parseEntry("sandbox", SANDBOX_PARAMS, text);
  return { sandbox: centred(values as unknown as Sandbox), notices };
}
