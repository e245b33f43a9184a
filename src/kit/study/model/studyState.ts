/** @file What is shown of a study: an experiment, and what is known of each of its replicas. */
import type { NamedExperiment } from "../../../experiment/experimentFile";
import type { Settings } from "../../../experiment/params";
import type { Provenance } from "../../../experiment/recording";
import type { EngineInfo } from "../../../run/wire";
import type { Result } from "./result";

export type StudyStatus =
  | { readonly kind: "empty" }
  | { readonly kind: "loading" }
  | { readonly kind: "running" }
  | { readonly kind: "paused" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

export interface StudyState {
  readonly named: NamedExperiment | null;
  /** One for each replica, in the order of `cells`. */
  readonly settings: readonly Settings[];
  /** null where a replica has not begun. */
  readonly results: readonly (Result | null)[];
  readonly origin: "live" | "recorded";
  /** Of a recording. */
  readonly provenance: Provenance | null;
  readonly status: StudyStatus;
  /** Sentences for the reader. */
  readonly notices: readonly string[];
  /** Why what is trained here is not kept for a later visit; null where it is. */
  readonly unkept: string | null;
  /** What a live study is trained on; null until that is chosen. */
  readonly engine: EngineInfo | null;
  /** While it runs, once it can be told. */
  readonly secondsLeft: number | null;
}

export const NO_STUDY: StudyState = {
  named: null,
  settings: [],
  results: [],
  origin: "live",
  provenance: null,
  status: { kind: "empty" },
  notices: [],
  unkept: null,
  engine: null,
  secondsLeft: null,
};

/** Whether a recording was asked for and is not there. */
export const isMissing = ({ origin, status }: Pick<StudyState, "origin" | "status">): boolean =>
  origin === "recorded" && status.kind === "failed";

/** Sentences for the reader, each once, the newest last. */
export const noticesOf = ({
  notices,
  unkept,
}: Pick<StudyState, "notices" | "unkept">): string[] => [
  ...new Set(notices),
  ...(unkept === null
    ? []
    : [
        `This browser keeps no results (${unkept.replace(/\.$/, "")}): training goes on, and what is trained here is lost when the page is closed.`,
      ]),
];
