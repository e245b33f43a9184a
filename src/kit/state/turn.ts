/** @file Long work in parts. */

/** Resolves when whatever waits has had its turn: messages, presses, a frame. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
