/**
 * @file A sandbox as the text of one entry of a link: names and values in turn, "etaX 0.01 soft 0".
 * Only what differs from the default is written.
 */
import * as v from "valibot";
import {
  centred,
  SANDBOX_HOME,
  SANDBOX_KEYS,
  SANDBOX_PARAMS,
  type Sandbox,
  type SandboxKey,
} from "./sandbox";
import { type Notice, quote, schemaOf } from "./settings";

/** Empty for the default sandbox. */
export const formatSandbox = (sandbox: Sandbox): string =>
  SANDBOX_KEYS.filter((key) => sandbox[key] !== SANDBOX_HOME[key])
    .map((key) => `${key} ${String(sandbox[key]).replace("e+", "e")}`)
    .join(" ");

const isKey = (name: string): name is SandboxKey => Object.hasOwn(SANDBOX_PARAMS, name);

/** One value: valid, or the reason why not. */
export function parseSandboxValue(
  key: SandboxKey,
  value: unknown,
): { readonly value: number | string } | { readonly reason: string } {
  const result = v.safeParse(schemaOf(SANDBOX_PARAMS[key]), value);
  return result.success ? { value: result.output } : { reason: result.issues[0].message };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Total: any text gives a valid sandbox; each thing that was wrong gives a notice that names it. */
export function parseSandbox(text: string): {
  readonly sandbox: Sandbox;
  readonly notices: readonly Notice[];
} {
  const notices: Notice[] = [];
  const values: Record<string, number | string> = { ...SANDBOX_HOME };
  const words = text.split(" ").filter((word) => word !== "");
  const given = new Set<string>();
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i];
    const word = words[i + 1] ?? "";
    const refuse = (used: string, reason: string) =>
      notices.push({ field: `sandbox ${quote(name)}`, given: quote(word), used, reason });
    if (!isKey(name)) refuse("nothing", "belongs to no number of the sandbox");
    else if (given.has(name)) refuse(String(values[name]), "was given before");
    else {
      given.add(name);
      const parsed = parseSandboxValue(name, NUMBER.test(word) ? Number(word) : word);
      if ("value" in parsed) values[name] = parsed.value;
      else refuse(String(values[name]), parsed.reason);
    }
  }
  return { sandbox: centred(values as unknown as Sandbox), notices };
}
