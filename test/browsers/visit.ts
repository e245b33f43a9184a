/**
 * @file One browser with one page, whichever engine it is: what tests in three engines may ask of it. Places
 * are CSS pixels of the window.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { EngineName } from "../../scripts/browsers";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export type KeyName =
  | "ArrowLeft"
  | "ArrowRight"
  | "Home"
  | "End"
  | "Enter"
  | "Escape"
  | "Tab"
  | " ";

export interface Visit {
  readonly engine: EngineName;
  readonly version: string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The inside of the window. */
  resize(width: number, height: number): Promise<void>;
  /** What a function gives in the page: its text is sent there, so it can use nothing from outside. */
  ask<Given, Answer>(look: (given: Given) => Answer, given: Given): Promise<Awaited<Answer>>;
  /** Runs the text of a script in the page. */
  run(script: string): Promise<void>;
  press(key: KeyName): Promise<void>;
  click(at: Spot): Promise<void>;
  drag(from: Spot, to: Spot): Promise<void>;
  /** Turns the wheel by so many pixels with the pointer there. */
  wheel(at: Spot, down: number): Promise<void>;
  /** PNG of the window. */
  shot(): Promise<Buffer>;
  /** What the browser has complained of since it was last asked. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Opening {
  /** As on a computer with a mouse: scrollbars take room. Chromium alone. */
  readonly classicScrollbars?: boolean;
  /** Names that lead to this machine. Chromium alone. */
  readonly names?: readonly string[];
}

/** How long a state of the page is waited for, ms: machines may be slow, and other tests run. */
const PATIENCE = 60_000;

/**
 * Waits until `look` gives neither null, false, 0 nor an empty text in the page, and returns that. Throws with
 * `what` where it does not.
 */
export async function seen<Given, Answer>(
  visit: Visit,
  what: string,
  look: (given: Given) => Answer,
  given: Given,
): Promise<NonNullable<Awaited<Answer>>> {
  const end = Date.now() + PATIENCE;
  let failure = "";
  do {
    try {
      const answer = await visit.ask(look, given);
      if (answer) return answer;
    } catch (error) {
      // A page that is being left answers nothing.
      failure = `: ${error instanceof Error ? error.message : error}`;
    }
    await pause(60);
  } while (Date.now() < end);
  throw new Error(`${visit.engine} was waited for in vain: ${what}${failure}`);
}
