/**
 * @file What a headless command is: flags in, JSON or a text out. Bad input throws a `UserError`.
 */

/** Flag name (without dashes) to its text; a flag without a value is "". */
export type Flags = ReadonlyMap<string, string>;

export interface Command {
  /** One line, as it is typed. */
  readonly usage: string;
  /** Names of the flags it knows. */
  readonly flags: readonly string[];
  /** Resolves to what is printed: a text as it stands, anything else as JSON. Progress, if any, goes to stderr. */
  readonly run: (flags: Flags, operands: readonly string[]) => Promise<unknown>;
}

/** Says what is wrong with the input; printed without a stack, exit status 1. */
export class UserError extends Error {}

/** Splits `--name value`, `--name=value` and operands; an unknown flag is an error that names it. */
export function parseFlags(
  args: readonly string[],
  { flags: known, usage }: Command,
): { readonly flags: Flags; readonly operands: readonly string[] } {
  const flags = new Map<string, string>();
  const operands: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const match = /^--([A-Za-z0-9-]+)(?:=(.*))?$/s.exec(args[i]);
    if (!match) {
      operands.push(args[i]);
      continue;
    }
    const [, name, inline] = match;
    if (!known.includes(name)) throw new UserError(`unknown flag --${name}; usage: ${usage}`);
    if (flags.has(name)) throw new UserError(`--${name} is given twice`);
    const next = args[i + 1];
    const separate = inline === undefined && next !== undefined && !/^--[A-Za-z]/.test(next);
    if (separate) i++;
    flags.set(name, inline ?? (separate ? next : ""));
  }
  return { flags, operands };
}

/** A finite number within min..max, or the default when the flag is absent. */
export function numberFlag(
  flags: Flags,
  name: string,
  initial: number,
  { min = -Infinity, max = Infinity, integer = false } = {},
): number {
  const text = flags.get(name);
  if (text === undefined) return initial;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (
    !Number.isFinite(value) ||
    value < min ||
    value > max ||
    (integer && !Number.isInteger(value))
  )
    throw new UserError(
      `--${name} is "${text}" and must be a ${integer ? "whole " : ""}number from ${min} to ${max}`,
    );
  return value;
}
