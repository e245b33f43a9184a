/** @file JSON of values that hold typed arrays; each is written with the name of its kind and reads back the same. */

const KINDS = { Float64Array, Float32Array, Int32Array } as const;
type Kind = keyof typeof KINDS;

const KEY = "typed";

/** Numbers are written with the fewest digits that read back equal; those that are not finite as text. */
export const toTypedJson = (value: unknown): string =>
  JSON.stringify(value, (_, each) => {
    const kind = (Object.keys(KINDS) as Kind[]).find((name) => each instanceof KINDS[name]);
    if (kind === undefined) return each;
    return {
      [KEY]: kind,
      of: Array.from(each as Float64Array, (x) => (Number.isFinite(x) ? x : String(x))),
    };
  });

/** Throws where the text is no JSON, or names a kind of array that there is not. */
export const fromTypedJson = (text: string): unknown =>
  JSON.parse(text, (_, each) => {
    if (typeof each !== "object" || each === null || !Object.hasOwn(each, KEY)) return each;
    const kind = each[KEY] as Kind;
    if (!Object.hasOwn(KINDS, kind)) throw new Error(`“${kind}” is no kind of array`);
    if (!Array.isArray(each.of)) throw new Error(`a ${kind} has no list of numbers`);
    return KINDS[kind].from(each.of.map(Number));
  });
