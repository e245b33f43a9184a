/**
 * @file How links are written and read: a fold over the parts of a page's chapters. What differs from a base is
 * written: the scene that the link is of, or the paper's defaults. What is read from anywhere gives a valid link.
 */
import {
  DEFAULTS,
  PARAM_KEYS,
  PARAMS,
  type Param,
  type ParamKey,
} from "../../../experiment/params";
import { alikeBut, type Notice, parseNumber, parseSettings } from "../../../experiment/settings";
import { ENGINE_CHOICES } from "../../../run/engineChoice";
import { knownAs } from "./bent";
import { readEmbed, writeEmbed } from "./embed";
import { HOME, type Link, PROFILES, partOf, THEMES } from "./link";
import type { LinkPart } from "./linkPart";
import { makeReader, NO_STOP, type Reader, readAt, readExact, readPace, WHOLE } from "./linkReader";
import type { Scene } from "./scene";

/** Version of the fragment's form; raised when an old link would be read wrongly. */
const VERSION = "1";

/** What links know of a chapter. */
export interface LinkedChapter {
  readonly id: string;
  /** Ids by which older links open it. */
  readonly formerly?: readonly string[];
  readonly part?: LinkPart<unknown>;
  /** Names of pictures that can be embedded, beside the main one, whose name is the id. */
  readonly pictures?: readonly string[];
  readonly scenes?: readonly Scene[];
}

export interface Codec {
  /** What an empty fragment says: the first scene of the first chapter. */
  readonly home: Link;
  /** What differs from nothing: the paper's defaults in the first chapter. */
  readonly bare: Link;
  /** Every scene of the page in its order, and the link that opens it. */
  readonly scenes: readonly StagedScene[];
  /** Empty for the home link. */
  encode(link: Link): string;
  /**
   * Total: any text gives a valid link; each thing that was wrong gives a notice that names it.
   * `landing` is what an empty fragment says; the home link without it.
   */
  decode(
    fragment: string,
    landing?: Link,
  ): { readonly link: Link; readonly notices: readonly Notice[] };
}

/** A scene where it stands in the page. */
export interface StagedScene extends Scene {
  readonly link: Link;
}

/** What a link to a scene of `chapter` says. */
export const linkTo = (
  home: Link,
  chapter: string,
  { id, settings, at = null, pace = home.pace, parts = {} }: Scene,
): Link => ({
  ...home,
  scene: id,
  chapter,
  settings: { ...DEFAULTS, ...settings },
  at,
  pace,
  parts,
});

/** Numbers are written with the fewest digits that read back equal. */
const text = (value: number | string): string => String(value).replace("e+", "e");

const MOST_WORKERS = 64;
/** What says how to read and not where: a link of these alone, without a version, opens the first scene. */
const MANNER: readonly string[] = ["theme", "profile", "deck", "fuzz", "check"];
/** Entries that are no settings and no parts. */
const ENTRIES: readonly string[] = [
  ...["v", "scene", "chapter", "engine", "workers", "at", "pace", "exact"],
  ...[...MANNER, "embed", "show", "lock"],
];

/** The text of a setting as what it is of. */
function read(key: string, value: string): number | string {
  const param: Param | undefined = Object.hasOwn(PARAMS, key) ? PARAMS[key as ParamKey] : undefined;
  if (param?.kind === "number") return parseNumber(value);
  return param?.kind === "choice" ? knownAs(value, Object.keys(param.values)) : value;
}

/** What a fragment says of `link` beside `base`. */
function differences(link: Link, base: Link, parts: readonly LinkPart<unknown>[]): URLSearchParams {
  const query = new URLSearchParams();
  const choose = (key: "chapter" | "engine" | "theme" | "profile") => {
    if (link[key] !== base[key]) query.set(key, link[key]);
  };
  choose("chapter");
  for (const key of PARAM_KEYS)
    if (link.settings[key] !== base.settings[key]) query.set(key, text(link.settings[key]));
  choose("engine");
  if (link.workers) query.set("workers", text(link.workers));
  if (link.at !== base.at) query.set("at", text(link.at ?? NO_STOP));
  if (link.pace !== base.pace) query.set("pace", text(link.pace));
  if (link.exact) query.set("exact", link.exact);
  choose("theme");
  choose("profile");
  if (link.deck) query.set("deck", link.deck.join(","));
  if (link.fuzz) query.set("fuzz", link.fuzz);
  if (link.check) query.set("check", link.check);
  writeEmbed(query, link.embed);
  for (const part of parts) {
    const entry = part.format(partOf(link, part), partOf(base, part));
    if (entry) query.set(part.key, entry);
  }
  return query;
}

/** Ids of scenes that there are, each once; absent where there is none. */
function readDeck(
  { take, refuse }: Reader,
  known: ReadonlySet<string>,
): readonly string[] | undefined {
  const wanted = (take("deck") ?? "").split(",").filter((id) => id !== "");
  for (const id of wanted)
    if (!known.has(id)) refuse("deck", id, "the deck without it", "is no scene of this page");
  const deck = [...new Set(wanted)].filter((id) => known.has(id));
  return deck.length > 0 ? deck : undefined;
}

/** The links of a page of these chapters, in their order; `general` parts belong to none of them. */
export function makeCodec(
  chapters: readonly LinkedChapter[],
  general: readonly LinkPart<unknown>[] = [],
): Codec {
  const bare: Link = { ...HOME, chapter: chapters[0]?.id ?? HOME.chapter };
  const parts = [...general, ...chapters.flatMap(({ part }) => part ?? [])];
  const scenes = chapters.flatMap(({ id, scenes = [] }) =>
    scenes.map((scene): StagedScene => ({ ...scene, link: linkTo(bare, id, scene) })),
  );
  const staged = new Map(scenes.map((scene) => [scene.id, scene.link]));
  const home = chapters[0]?.scenes?.length ? scenes[0].link : bare;
  const ids = chapters.map(({ id }) => id);
  const keys = [...ENTRIES, ...PARAM_KEYS, ...parts.map(({ key }) => key)];
  const pictures = [...ids, ...chapters.flatMap((chapter) => chapter.pictures ?? [])];

  function encode(link: Link): string {
    const known = link.scene === undefined ? undefined : staged.get(link.scene);
    const query = differences(link, known ?? bare, parts);
    if (known === home && query.size === 0) return "";
    if (known === undefined) return query.size === 0 && home === bare ? "" : joined(query);
    return joined(query, link.scene);
  }

  function decode(fragment: string, landing: Link = home) {
    const reader = makeReader(fragment, keys);
    const { given, take, pick, matching, notices, refuse } = reader;
    const bareOfWhere = Array.from(given.keys()).every((key) => MANNER.includes(key));
    const deck = readDeck(reader, new Set(staged.keys()));
    const version = take("v");
    if (version !== undefined && version !== VERSION)
      refuse("v", version, VERSION, "is a version of links that this page does not know");
    const named = take("scene");
    const scene = named && knownAs(named, [...staged.keys()]);
    if (scene !== undefined && !staged.has(scene))
      refuse("scene", scene, "the page without it", "is no scene of this page");
    const opening = staged.get(deck?.[0] ?? "") ?? landing;
    const base = bareOfWhere ? opening : (staged.get(scene ?? "") ?? bare);
    const asked = given.get("chapter") ?? "";
    const renamed = chapters.find(({ formerly }) => formerly?.includes(asked));
    if (renamed) given.set("chapter", renamed.id);
    const embed = readEmbed(reader, pictures);
    // A chapter's main picture is embedded with its chapter open.
    const within = ids.find((id) => id === embed?.picture);
    const chosen = pick("chapter", ids, within ?? base.chapter);
    const chapter = within ?? chosen;
    if (chosen !== chapter) refuse("chapter", chosen, chapter, "is not that of the picture");
    const engine = pick("engine", ENGINE_CHOICES, base.engine);
    const theme = pick("theme", THEMES, base.theme);
    const profile = pick("profile", PROFILES, base.profile);
    const at = readAt(reader, base);
    const pace = readPace(reader, base);
    const workers = matching(
      "workers",
      /^(0?[1-9]|[1-5]\d|6[0-4])$/,
      "one per core but one",
      `${WHOLE} from 1 to ${MOST_WORKERS}`,
    );
    const exact = readExact(reader, at);
    const fuzz = matching(
      "fuzz",
      /^\d{1,9}( \d{1,7})?$/,
      "none",
      "must be a seed, with or without a number of actions",
    );
    const check = matching("check", /^1$/, "the page", "must be 1");
    const values: Record<string, unknown> = { ...base.parts };
    for (const part of parts) {
      const entry = take(part.key, ...part.formerly);
      if (entry === undefined) continue;
      const parsed = part.parse(entry, partOf(base, part));
      notices.push(...parsed.notices);
      if (part.format(parsed.value, partOf(base, part)) !== "") values[part.key] = parsed.value;
    }
    const parsed = parseSettings(
      Object.fromEntries(Array.from(given, ([key, value]) => [key, read(key, value)])),
      base.settings,
    );
    const same = chapter === base.chapter && alikeBut(parsed.settings, base.settings);
    const link: Link = {
      settings: parsed.settings,
      chapter,
      ...(base.scene !== undefined && same && { scene: base.scene }),
      engine,
      at,
      pace,
      theme,
      profile,
      ...(deck && { deck }),
      ...(workers !== undefined && { workers: Number(workers) }),
      ...(embed && { embed }),
      ...(exact !== undefined && { exact }),
      ...(fuzz !== undefined && { fuzz }),
      ...(check !== undefined && { check }),
      parts: values,
    };
    return { link, notices: [...notices, ...parsed.notices] };
  }

  return { home, bare, scenes, encode, decode };
}

/** A fragment of these entries, its version first. */
function joined(query: URLSearchParams, scene?: string): string {
  const head = new URLSearchParams({ v: VERSION, ...(scene !== undefined && { scene }) });
  return query.size === 0 ? head.toString() : `${head}&${query}`;
}
