/** @file A chapter as the page sees it: one value, from its folder's index. */
import type { ComponentType } from "react";
import type { GuessKind } from "./guess/guess";
import type { LinkedChapter } from "./model/link";

export interface Chapter extends LinkedChapter {
  /** Its place among the chapters, from 1. */
  readonly number: number;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly claim: string;
  /** Where on the paper's Figure 1 it belongs. */
  readonly place: "data" | "decoder" | "repons" | "rates" | "whole";
  /** Whether it shows the page's run, which rests in the others. */
  readonly live: boolean;
  /** Kinds of guess that its questions take; a link with another is told of. */
  readonly guesses: readonly GuessKind[];
  /** Its code and styles, fetched when it is opened. */
  load(): Promise<{
    readonly Body: ComponentType;
    /** What stands at the foot of the page: a transport, as a rule; absent if the body brings its own. */
    readonly Foot?: ComponentType;
  }>;
}
