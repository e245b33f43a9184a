/** @file A link's embed: one picture alone, for another page to frame, and which knobs come with it. */
import { PARAM_KEYS, type ParamKey, type Settings } from "../../../experiment/params";

export interface Embed {
  /** A chapter's id, for its main picture, or the name of one of a chapter's `pictures`. */
  readonly picture: string;
  /** Knobs that stand under the picture. */
  readonly show: readonly ParamKey[];
  /** Knobs that cannot be changed. */
  readonly lock: readonly ParamKey[];
}

/** The knobs that an embedded picture locks and these changes are about. */
export const lockedOf = (
  { embed, settings }: { readonly embed?: Embed; readonly settings: Settings },
  changes: Partial<Settings>,
): readonly ParamKey[] =>
  (embed?.lock ?? []).filter((key) => key in changes && changes[key] !== settings[key]);

/** What reads a fragment's entries one by one (codec.ts). */
interface Entries {
  take(key: string): string | undefined;
  refuse(field: string, value: string, used: string, reason: string): void;
}

const KNOBS = ["show", "lock"] as const;

/** Knobs by name, each once; what is none is named. */
function readKnobs({ take, refuse }: Entries, field: (typeof KNOBS)[number]): readonly ParamKey[] {
  const names = (take(field) ?? "").split(",").filter((name) => name !== "");
  const known = PARAM_KEYS.filter((key) => names.includes(key));
  for (const name of names)
    if (!known.some((key) => key === name))
      refuse(field, name, "the list without it", "is no knob");
  return [...new Set(names)].flatMap((name) => known.find((key) => key === name) ?? []);
}

/** Absent where the entries name no picture; knobs without one are named. */
export function readEmbed(entries: Entries, pictures: readonly string[]): Embed | undefined {
  const { take, refuse } = entries;
  const picture = take("embed");
  if (picture !== undefined && pictures.includes(picture))
    return { picture, show: readKnobs(entries, "show"), lock: readKnobs(entries, "lock") };
  if (picture !== undefined)
    refuse("embed", picture, "the whole page", `must be one of ${pictures.join(", ")}`);
  for (const field of KNOBS) {
    const value = take(field);
    if (value !== undefined)
      refuse(field, value, "nothing", "is about an embedded picture (embed)");
  }
  return undefined;
}

export function writeEmbed(query: URLSearchParams, embed: Embed | undefined): void {
  if (!embed) return;
  query.set("embed", embed.picture);
  for (const field of KNOBS) if (embed[field].length > 0) query.set(field, embed[field].join(","));
}
