/**
 * @file A link's fragment: settings and where to look. Only what differs from the default is written.
 */
import { DATA_HOME, type DataChoices, formatData, parseData } from "./dataChoices";
import { FIGURE_4_HOME, type Figure4Choices, formatFigure4, parseFigure4 } from "./figure4";
import { DEFAULTS, PARAM_KEYS, PARAMS, type Settings } from "./params";
import { formatPhases, PHASE_HOME, type PhaseChoices, parsePhases } from "./phaseChoices";
import { formatSandbox, parseSandbox } from "./sandboxLink";
import { type Notice, nonDefaults, parseSettings, quote } from "./settings";

/** Version of the fragment's form; raised when an old link would be read wrongly. */
const VERSION = "1";

export const CHAPTERS = ["repons", "data", "depth", "two-repons", "network", "phases"] as const;
export type ChapterId = (typeof CHAPTERS)[number];

/** The chapters that show the training run; in the others it rests. */
export const LIVE_CHAPTERS: readonly ChapterId[] = ["repons", "depth", "network", "phases"];

export const ENGINE_CHOICES = ["auto", "simd", "webgl", "reference"] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];
export const ENGINE_WORDS: Readonly<Record<EngineChoice, string>> = {
  auto: "fastest engine",
  simd: "SIMD",
  webgl: "WebGL",
  reference: "plain loops",
};

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** `lecture` is for a projector: larger type, thicker lines, less prose. */
export const PROFILES = ["reader", "lecture"] as const;
export type Profile = (typeof PROFILES)[number];

export interface Link {
  readonly settings: Settings;
  readonly chapter: ChapterId;
  readonly engine: EngineChoice;
  /** Stop at this step; null trains to the end. */
  readonly at: number | null;
  readonly theme: Theme;
  readonly profile: Profile;
  /** Workers that train experiments of many replicas; absent for one per core but the page’s. */
  readonly workers?: number;
  /** What chapter 2 adds to the settings. */
  readonly data: DataChoices;
  /** What chapter 3 shows. */
  readonly figure4: Figure4Choices;
  /** What chapter 6 shows. */
  readonly phases: PhaseChoices;
  /** What the run is to be, bit for bit, at step `at` (state/exact.ts); absent if nothing is claimed. */
  readonly exact?: string;
  /** The two repons of chapter 4, as `sandboxLink.ts` writes them; absent or empty for its own. */
  readonly sandbox?: string;
}

export const HOME: Link = {
  settings: DEFAULTS,
  chapter: "repons",
  engine: "auto",
  at: null,
  theme: "system",
  profile: "reader",
  data: DATA_HOME,
  figure4: FIGURE_4_HOME,
  phases: PHASE_HOME,
};

/** Numbers are written with the fewest digits that read back equal. */
const text = (value: number | string): string => String(value).replace("e+", "e");

/** Empty for the default link. */
export function encode(link: Link): string {
  const query = new URLSearchParams();
  const choose = (key: "chapter" | "engine" | "theme" | "profile") => {
    if (link[key] !== HOME[key]) query.set(key, link[key]);
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
  const data = formatData(link.data);
  if (data) query.set("data", data);
  const figure4 = formatFigure4(link.figure4);
  if (figure4) query.set("figure4", figure4);
  const phases = formatPhases(link.phases);
  if (phases) query.set("phases", phases);
  if (link.sandbox) query.set("sandbox", link.sandbox);
  const body = query.toString();
  return body && `v=${VERSION}&${body}`;
}

const MOST_WORKERS = 64;
/** A fingerprint, then the first digits of earlier ones. */
const EXACT = /^[0-9a-f]{8}-[0-9a-f]{8}(\.[0-9a-f]{4}){0,20}$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Total: any text gives a valid link; each thing that was wrong gives a notice that names it. */
export function decode(fragment: string): {
  readonly link: Link;
  readonly notices: readonly Notice[];
} {
  const notices: Notice[] = [];
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
  const refuse = (field: string, value: string, used: string, reason: string) =>
    notices.push({ field, given: quote(value), used, reason });
  const pick = <Value extends string>(field: string, values: readonly Value[], initial: Value) => {
    const value = take(field);
    if (value === undefined) return initial;
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) refuse(field, value, initial, `must be one of ${values.join(", ")}`);
    return known ?? initial;
  };

  const version = take("v");
  if (version !== undefined && version !== VERSION)
    refuse("v", version, VERSION, "is a version of links that this page does not know");
  const chapter = pick("chapter", CHAPTERS, HOME.chapter);
  const engine = pick("engine", ENGINE_CHOICES, HOME.engine);
  const theme = pick("theme", THEMES, HOME.theme);
  const profile = pick("profile", PROFILES, HOME.profile);
  const atText = take("at");
  let at: number | null = null;
  if (atText !== undefined) {
    if (/^\d{1,7}$/.test(atText)) at = Number(atText);
    else refuse("at", atText, "no stop", "must be a whole number of steps below ten million");
  }
  const workers = take("workers");
  const some = workers !== undefined && /^\d{1,2}$/.test(workers) ? Number(workers) : 0;
  if (workers !== undefined && (some < 1 || some > MOST_WORKERS))
    refuse(
      "workers",
      workers,
      "one per core but one",
      `must be a whole number from 1 to ${MOST_WORKERS}`,
    );
  const exact = take("exact");
  if (exact !== undefined && !EXACT.test(exact))
    refuse("exact", exact, "no comparison", "must be fingerprints in hexadecimal digits");

  const study = parseData(take("data") ?? "");
  notices.push(...study.notices);
  const decoders = parseFigure4(take("figure4") ?? "");
  notices.push(...decoders.notices);
  const grid = parsePhases(take("phases") ?? "");
  notices.push(...grid.notices);
  const pair = parseSandbox(take("sandbox") ?? "");
  const sandbox = formatSandbox(pair.sandbox);
  notices.push(...pair.notices);

  const isNumeric = (key: string): boolean =>
    PARAM_KEYS.some((known) => known === key && PARAMS[known].kind === "number");
  const data = Object.fromEntries(
    Array.from(given, ([key, value]) => [
      key,
      isNumeric(key) && NUMBER.test(value) ? Number(value) : value,
    ]),
  );
  const parsed = parseSettings(data);
  return {
    link: {
      settings: parsed.settings,
      chapter,
      engine,
      at,
      theme,
      profile,
      phases: grid.choices,
      ...(some >= 1 && some <= MOST_WORKERS && { workers: some }),
      data: study.choices,
      figure4: decoders.choices,
      ...(exact !== undefined && EXACT.test(exact) && { exact }),
      ...(sandbox && { sandbox }),
    },
    notices: [...notices, ...parsed.notices],
  };
}
