/** @file One line of the report on a browser: what was tried, how it went, and the numbers. */

export interface Finding {
  readonly name: string;
  readonly verdict: "passes" | "fails" | "cannot be tried";
  /** What was measured, or why it could not be: a clause without a full stop. */
  readonly detail: string;
}

/** What a worker that checks says: its findings one by one, then that there are no more. */
export type CheckReply = { readonly finding: Finding } | { readonly done: true };

/** What is thrown where something cannot be tried here, which is no fault. */
export class Untried extends Error {}

/** A check: resolves to what it measured; rejects with what is wrong, or with an `Untried`. */
export interface Check {
  readonly name: string;
  readonly run: () => string | Promise<string>;
}

/** Tries one check. Total. */
export async function findingOf({ name, run }: Check): Promise<Finding> {
  try {
    return { name, verdict: "passes", detail: await run() };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { name, verdict: error instanceof Untried ? "cannot be tried" : "fails", detail };
  }
}

/** Throws unless `value` is at most `limit`; else what was measured, in words. */
export function within(value: number, limit: number, words: string): string {
  const told = `${words} ${value.toExponential(1)}`;
  if (!(value <= limit)) throw new Error(`${told}, more than ${limit.toExponential(0)}`);
  return `${told}, at most ${limit.toExponential(0)} allowed`;
}
