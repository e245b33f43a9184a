/**
 * @file What an address says: settings and where to look, by whom and how it is read (codec.ts writes and reads it).
 */
import { DEFAULTS, type Settings } from "../../../experiment/params";
import type { EngineChoice } from "../../../run/engineChoice";
import type { Pace } from "../../../run/pace";
import type { Embed } from "./embed";
import type { LinkPart } from "./linkPart";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** `lecture` is for a projector: larger type, thicker lines, one key; `speaker` steers it from a second window. */
export const PROFILES = ["reader", "lecture", "speaker"] as const;
export type Profile = (typeof PROFILES)[number];

export interface Link {
  readonly settings: Settings;
  /** Id of the chapter that is open; empty on a page without chapters. */
  readonly chapter: string;
  /** Id of the scene that this is; absent outside of the story. */
  readonly scene?: string;
  readonly engine: EngineChoice;
  /** Stop at this step; null trains to the end. */
  readonly at: number | null;
  readonly pace: Pace;
  readonly theme: Theme;
  readonly profile: Profile;
  /** Ids of the scenes of a lecture, in their order; absent for all. */
  readonly deck?: readonly string[];
  /** Workers that train experiments of many replicas; absent for one per core but the page’s. */
  readonly workers?: number;
  /** The one picture that is shown in another page; absent for the whole page. */
  readonly embed?: Embed;
  /** Seed of random actions on the page, and after how many to stop: "3", "3 2000"; absent for none. */
  readonly fuzz?: string;
  /** "1" opens the report on this browser in the place of the page; absent for the page. */
  readonly check?: string;
  /** What the run is to be, bit for bit, at step `at` (exact.ts); absent if nothing is claimed. */
  readonly exact?: string;
  /** Values of the parts by key; read them by `partOf`. */
  readonly parts: Readonly<Record<string, unknown>>;
}

export const HOME: Link = {
  settings: DEFAULTS,
  chapter: "",
  engine: "auto",
  at: null,
  pace: "full",
  theme: "system",
  profile: "reader",
  parts: {},
};

/** A chapter's own part of a link, its initial value where the link has none. */
export const partOf = <Value>({ parts }: Pick<Link, "parts">, part: LinkPart<Value>): Value =>
  (parts[part.key] ?? part.initial) as Value;

/** The parts of a link with some values of one changed. */
export const partsWith = <Value extends object>(
  link: Pick<Link, "parts">,
  part: LinkPart<Value>,
  changes: Partial<Value>,
): Pick<Link, "parts"> => ({
  parts: { ...link.parts, [part.key]: { ...partOf(link, part), ...changes } },
});
