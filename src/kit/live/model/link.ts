/**
 * @file A link's fragment: settings and where to look. Only what differs from the default is written.
 * What a chapter adds is its own part; the codec is a fold over them.
 */
import { DEFAULTS, PARAM_KEYS, PARAMS, type Settings } from "../../../experiment/params";
import {
  type Notice,
  nonDefaults,
  parseNumber,
  parseSettings,
  quote,
} from "../../../experiment/settings";
import { ENGINE_CHOICES, type EngineChoice } from "../../../run/engineChoice";
import type { LinkPart } from "./linkPart";

/** Version of the fragment's form; raised when an old link would be read wrongly. */
const VERSION = "1";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** `lecture` is for a projector: larger type, thicker lines, less prose. */
export const PROFILES = ["reader", "lecture"] as const;
export type Profile = (typeof PROFILES)[number];

export interface Link {
  readonly settings: Settings;
  /** Id of the chapter that is open; empty on a page without chapters. */
  readonly chapter: string;
  readonly engine: EngineChoice;
  /** Stop at this step; null trains to the end. */
  readonly at: number | null;
  readonly theme: Theme;
  readonly profile: Profile;
  /** Workers that train experiments of many replicas; absent for one per core but the page’s. */
  readonly workers?: number;
  /** What the run is to be, bit for bit, at step `at` (exact.ts); absent if nothing is claimed. */
  readonly exact?: string;
  /** Values of the chapters' parts by key; read them by `partOf`. */
  readonly parts: Readonly<Record<string, unknown>>;
}

export const HOME: Link = {
  settings: DEFAULTS,
  chapter: "",
  engine: "auto",
  at: null,
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

/** What links know of a chapter. */
export interface LinkedChapter {
  readonly id: string;
  /** Ids by which older links open it. */
  readonly formerly?: readonly string[];
  readonly part?: LinkPart<unknown>;
}

export interface Codec {
  /** What an empty fragment says: its chapter is the first. */
  readonly home: Link;
  /** Empty for the home link. */
  encode(link: Link): string;
  /** Total: any text gives a valid link; each thing that was wrong gives a notice that names it. */
  decode(fragment: string): { readonly link: Link; readonly notices: readonly Notice[] };
}

/** Numbers are written with the fewest digits that read back equal. */
const text = (value: number | string): string => String(value).replace("e+", "e");

const MOST_WORKERS = 64;
/** A fingerprint, then the first digits of earlier ones. */
const EXACT = /^[0-9a-f]{8}-[0-9a-f]{8}(\.[0-9a-f]{4}){0,20}$/;

/** Entries of a fragment, each to be taken once; what was given twice is named. */
function entriesOf(fragment: string, notices: Notice[]) {
  const given = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    if (given.has(key))
      notices.push({
        field: key,
        given: quote(value),
        used: quote(given.get(key)),
        reason: "was given before",
      });
    else given.set(key, value);
  }
  const take = (key: string): string | undefined => {
    const value = given.get(key);
    given.delete(key);
    return value;
  };
  return { given, take };
}

const isNumeric = (key: string): boolean =>
  PARAM_KEYS.some((known) => known === key && PARAMS[known].kind === "number");

function format(link: Link, home: Link, parts: readonly LinkPart<unknown>[]): string {
  const query = new URLSearchParams();
  const choose = (key: "chapter" | "engine" | "theme" | "profile") => {
    if (link[key] !== home[key]) query.set(key, link[key]);
  };
  choose("chapter");
  for (const [key, value] of Object.entries(nonDefaults(link.settings)))
    query.set(key, text(value));
  choose("engine");
  if (link.workers) query.set("workers", text(link.workers));
  if (link.at !== null) query.set("at", text(link.at));
  if (link.exact) query.set("exact", link.exact);
  choose("theme");
  choose("profile");
  for (const part of parts) {
    const entry = part.format(partOf(link, part));
    if (entry) query.set(part.key, entry);
  }
  const body = query.toString();
  return body && `v=${VERSION}&${body}`;
}

/** The links of a page of these chapters, in their order. */
export function makeCodec(chapters: readonly LinkedChapter[]): Codec {
  const home: Link = { ...HOME, chapter: chapters[0]?.id ?? HOME.chapter };
  const parts = chapters.flatMap(({ part }) => part ?? []);

  function decode(fragment: string) {
    const notices: Notice[] = [];
    const { given, take } = entriesOf(fragment, notices);
    const refuse = (field: string, value: string, used: string, reason: string) =>
      notices.push({ field, given: quote(value), used, reason });
    const pick = <Value extends string>(
      field: string,
      values: readonly Value[],
      initial: Value,
    ) => {
      const value = take(field);
      if (value === undefined) return initial;
      const known = values.find((candidate) => candidate === value);
      if (known === undefined) refuse(field, value, initial, `must be one of ${values.join(", ")}`);
      return known ?? initial;
    };
    /** Absent where the entry is, or is refused. */
    const matching = (field: string, form: RegExp, used: string, reason: string) => {
      const value = take(field);
      if (value === undefined || form.test(value)) return value;
      refuse(field, value, used, reason);
      return undefined;
    };

    const version = take("v");
    if (version !== undefined && version !== VERSION)
      refuse("v", version, VERSION, "is a version of links that this page does not know");
    const asked = given.get("chapter") ?? "";
    const renamed = chapters.find(({ formerly }) => formerly?.includes(asked));
    if (renamed) given.set("chapter", renamed.id);
    const ids = chapters.map(({ id }) => id);
    const chapter = pick("chapter", ids, home.chapter);
    const engine = pick("engine", ENGINE_CHOICES, home.engine);
    const theme = pick("theme", THEMES, home.theme);
    const profile = pick("profile", PROFILES, home.profile);
    const whole = "must be a whole number";
    const at = matching("at", /^\d{1,7}$/, "no stop", `${whole} of steps below ten million`);
    const workers = matching(
      "workers",
      /^(0?[1-9]|[1-5]\d|6[0-4])$/,
      "one per core but one",
      `${whole} from 1 to ${MOST_WORKERS}`,
    );
    const hex = "must be fingerprints in hexadecimal digits";
    const exact = matching("exact", EXACT, "no comparison", hex);
    const values: Record<string, unknown> = {};
    for (const part of parts) {
      const key = [part.key, ...part.formerly].find((name) => given.has(name));
      if (key === undefined) continue;
      const parsed = part.parse(take(key) ?? "");
      notices.push(...parsed.notices);
      if (part.format(parsed.value) !== "") values[part.key] = parsed.value;
    }
    const parsed = parseSettings(
      Object.fromEntries(
        Array.from(given, ([key, value]) => [key, isNumeric(key) ? parseNumber(value) : value]),
      ),
    );
    const link: Link = {
      settings: parsed.settings,
      chapter,
      engine,
      at: at === undefined ? null : Number(at),
      theme,
      profile,
      ...(workers !== undefined && { workers: Number(workers) }),
      ...(exact !== undefined && { exact }),
      parts: values,
    };
    return { link, notices: [...notices, ...parsed.notices] };
  }

  return { home, encode: (link) => format(link, home, parts), decode };
}
