/** @file What is said of something that was thrown. */

export const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** A sentence as a part of another one. */
export const clause = (of: string): string => of.replace(/\.$/, "");
