/**
 * @file What a lecture and its speaker's window tell each other: where the lecture is, and what the
 * speaker wants. By BroadcastChannel, so within one browser; what is not understood is dropped.
 */
import * as v from "valibot";

const TOLD = v.object({
  kind: v.literal("at"),
  /** Id of the scene; null outside of the story. */
  scene: v.nullable(v.string()),
  /** The scene's sentence with the facts of the shown moment. */
  sentence: v.string(),
  deck: v.array(v.string()),
  revealed: v.boolean(),
  playing: v.boolean(),
  step: v.pipe(v.number(), v.integer(), v.minValue(0)),
  blank: v.boolean(),
});
export type Told = v.InferOutput<typeof TOLD>;

export const WISHES = ["next", "previous", "first", "last", "play", "blank", "hello"] as const;
export type Wish = (typeof WISHES)[number];
const WISHED = v.object({ kind: v.literal("wish"), wish: v.picklist(WISHES) });

const open = (lecture: string) => new BroadcastChannel(`geneft ${lecture}`);

/** The lecture's end: tells where it is, hears what is wanted. */
export function lectureEnd(lecture: string, onWish: (wish: Wish) => void) {
  const channel = open(lecture);
  channel.onmessage = ({ data }) => {
    const read = v.safeParse(WISHED, data);
    if (read.success) onWish(read.output.wish);
  };
  return {
    tell: (told: Told) => channel.postMessage(told),
    close: () => channel.close(),
  };
}

/** The speaker's end. */
export function speakerEnd(lecture: string, onTold: (told: Told) => void) {
  const channel = open(lecture);
  channel.onmessage = ({ data }) => {
    const read = v.safeParse(TOLD, data);
    if (read.success) onTold(read.output);
  };
  const wish = (wanted: Wish) => channel.postMessage({ kind: "wish", wish: wanted });
  wish("hello");
  return { wish, close: () => channel.close() };
}
