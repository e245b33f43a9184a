/**
 * @file A scene: one moment of the story, as data. What is trained, the moment that is shown, how it
 * is looked at, what is said about it; and what its speaker knows.
 */
import type { ParamKey, Settings } from "../../../experiment/params";
import type { Pace } from "../../../run/pace";

/** A question whose answer is hidden until it is revealed. */
export interface SceneQuestion {
  readonly ask: string;
  readonly answer: string;
  /** Revealing plays the run up to this step; null plays it to its end. */
  readonly plays?: number | null;
}

export interface Scene {
  /** In links: lower case, unique in the page. */
  readonly id: string;
  /** A few words: a step of the story. */
  readonly title: string;
  /** What differs from the paper's defaults. */
  readonly settings?: Partial<Settings>;
  /** The step that it stands at; null, and absent, is a run from its start to its end. */
  readonly at?: number | null;
  readonly pace?: Pace;
  /** What is looked at, by parts of the link. */
  readonly parts?: Readonly<Record<string, unknown>>;
  /** The knobs that matter here; the others are folded. */
  readonly knobs?: readonly ParamKey[];
  /** What is not shown yet: a verdict comes after its reasons. */
  readonly withholds?: "verdict";
  /** What is lit in the picture while the sentence is read. */
  readonly points?: string;
  /** What the picture shows, for all who see it. Facts in braces are those of the shown moment (facts.ts). */
  readonly sentence: string;
  readonly question?: SceneQuestion;
}

/** What a speaker may say at each scene of a chapter, by its id. Fetched by speakers alone. */
export type Notes = Readonly<Record<string, string>>;
