/** @file A chapter as the page sees it: one value, from its folder's index. */
import type { ComponentType } from "react";
import type { Judgement } from "../../theory/goldilocks";
import type { Readable } from "../state/join";
import type { GuessKind } from "./guess/guess";
import type { LinkedChapter } from "./model/codec";
import type { PerPage } from "./model/perPage";
import type { Notes } from "./model/scene";
import type { Store } from "./model/store";

/** What moves in a picture, and how it is driven. */
export interface Player {
  readonly of: PerPage<Readable<{ readonly playing: boolean }>>;
  play(page: Store, playing: boolean): void;
  /** Lets it rest, whatever its reader has chosen; the page's run has a hold of its own (run/hold.ts). */
  hold?(page: Store, held: boolean): void;
  /** From the start. */
  restart(page: Store): void;
}

/** What the page's own measurements make of something that the paper says. */
export interface Judged {
  readonly judgement: Judgement;
  /** Sentences with their numbers. */
  readonly text: string;
}

/** One of the answers that the paper's abstract gives. */
export interface Answer {
  /** "A1" */
  readonly name: string;
  /** What the paper says, in a sentence. */
  readonly says: string;
  /** From the shipped recordings. Rejects with a sentence where one is missing or refused. */
  judge(page: Store): Promise<Judged>;
  /** Turns the open chapter to what is judged. */
  show(page: Store): void;
}

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
  /** Of its scenes. */
  notes(): Promise<Notes>;
  /** The answer of the paper that it is about, where it is about one. */
  answer?(): Promise<Answer>;
  /** Its code and styles, fetched when it is opened. */
  load(): Promise<{
    readonly Body: ComponentType;
    /** What stands at the foot of the page: a transport, as a rule; absent if the body brings its own. */
    readonly Foot?: ComponentType;
    /** Its main picture alone, alive. */
    readonly Hero: ComponentType;
    /** Pictures of the page's run, by the names in `pictures`. */
    readonly pictures?: Readonly<Record<string, ComponentType>>;
    /** What plays in the main picture where that is not the page's run; null where nothing does. */
    readonly player?: Player | null;
  }>;
}
