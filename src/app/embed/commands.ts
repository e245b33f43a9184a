/** @file What the page around an embedded picture may ask of it (docs/embedding.md), parsed once. */
import * as v from "valibot";
import { issueSentence } from "../../experiment/issue";
import { type Notice, parseSettings, quote } from "../../experiment/settings";
import type { Player } from "../../kit/live/chapter";
import { arrive, change } from "../../kit/live/model/actions";
import { lockedOf } from "../../kit/live/model/embed";
import type { Link } from "../../kit/live/model/link";
import type { Store } from "../../kit/live/model/store";
import { chapterOf } from "../chapters";
import type { Attention } from "./attention";

/** Characters of a fragment; a relation of one's own takes 600. */
const LONGEST = 10_000;

const id = v.optional(v.union([v.string(), v.number()]));
const PLAIN = ["play", "pause", "reset", "suspend", "resume"] as const;

const COMMAND = v.variant("command", [
  v.object({ command: v.picklist(PLAIN), id }),
  v.object({
    command: v.literal("go"),
    to: v.pipe(v.string("must be a text"), v.maxLength(LONGEST, "is too long")),
    id,
  }),
  v.object({
    command: v.literal("set"),
    settings: v.record(v.string(), v.unknown(), "must be an object"),
    id,
  }),
]);
type Command = v.InferOutput<typeof COMMAND>;

/** The same `id` as the message had. */
export type Answer = (
  | { readonly ok: true }
  | {
      /** A sentence for whoever wrote the page around. */
      readonly error: string;
    }
) & { readonly id?: string | number };

/** Commands are objects that say so; other pages and tools send other things. */
const isCommand = (data: unknown): data is { readonly command: unknown; readonly id?: unknown } =>
  typeof data === "object" && data !== null && "command" in data;

/** What an embed is driven by. */
export interface Driven {
  readonly store: Store;
  readonly attention: Attention;
  /** What plays in the picture; null where nothing does. */
  readonly player: () => Player | null;
}

/** More than these are counted, not listed. */
const LISTED = 20;

function told(notices: readonly Notice[]): string {
  const listed = notices
    .slice(0, LISTED)
    .map(({ field, given, reason }) => `${field} “${given}” ${reason}`);
  const more = notices.length - listed.length;
  return `Nothing was changed: ${listed.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}

/** The link stays embedded: its own picture, or that of the chapter it leads to. */
export function embedded(link: Link, { embed, chapter }: Link): Link {
  if (link.embed || !embed) return link;
  const follows = embed.picture === chapter;
  return { ...link, embed: follows ? { ...embed, picture: link.chapter } : embed };
}

/** Returns why it did not go; null where it went. */
function go({ store }: Driven, to: string): string | null {
  const { codec, link: now } = store.getState();
  const scene = codec.scenes.find((each) => each.id === to);
  if (!scene && !/[#=]/.test(to)) return `“${quote(to)}” is no scene of this page.`;
  const { link, notices } = scene ? { link: scene.link, notices: [] } : codec.decode(to);
  if (notices.length > 0) return told(notices);
  const { theme, profile } = now;
  arrive(store, embedded(scene ? { ...link, theme, profile } : link, now));
  return null;
}

/** Returns why nothing was set; null where it was. */
function set({ store }: Driven, given: Readonly<Record<string, unknown>>): string | null {
  const { link } = store.getState();
  const { settings, notices } = parseSettings(given, link.settings);
  if (notices.length > 0) return told(notices);
  const changes = Object.fromEntries(
    Object.keys(given).map((key) => [key, settings[key as keyof typeof settings]]),
  );
  const locked = lockedOf(link, changes);
  if (locked.length > 0) return `Nothing was changed: the link locks ${locked.join(", ")}.`;
  change(store, changes);
  return null;
}

function drive({ store, player }: Driven, command: "play" | "pause" | "reset"): string | null {
  const driven = player();
  if (!driven) {
    const { title } = chapterOf(store.getState().link);
    return `Nothing plays in the picture of “${title}”.`;
  }
  if (command === "reset") driven.restart(store);
  else driven.play(store, command === "play");
  return null;
}

function obeyed(driven: Driven, command: Command): string | null {
  switch (command.command) {
    case "go":
      return go(driven, command.to);
    case "set":
      return set(driven, command.settings);
    case "suspend":
    case "resume":
      driven.attention.suspend(command.command === "suspend");
      return null;
    default:
      return drive(driven, command.command);
  }
}

/** Does what a message asks and says how that went; null where it is no command. Total. */
export function answerTo(driven: Driven, data: unknown): Answer | null {
  if (!isCommand(data)) return null;
  const parsed = v.safeParse(COMMAND, data);
  const named = v.is(v.union([v.string(), v.number()]), data.id) ? { id: data.id } : {};
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const known = [...PLAIN, "go", "set"].join(", ");
    const wrong =
      issue.path?.[0].key === "command"
        ? `command must be one of ${known}`
        : issueSentence(issue, "form");
    return { error: `The message’s ${wrong}.`, ...named };
  }
  const error = obeyed(driven, parsed.output);
  return error === null ? { ok: true, ...named } : { error, ...named };
}
