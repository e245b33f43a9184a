/** @file What is said of something that was thrown. */

export const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
