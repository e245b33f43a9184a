/** @file Keys that act wherever the focus is: what one means, and whether the reader wants letters to mean anything. */

const PLACE = /^(?:Key|Digit)([A-Z\d])$/;
const SETTING = "geneft-keys";

/** What stands at a key's place where letters are Latin ones. */
const atPlace = (code: string): string | undefined =>
  code === "Period" ? "." : PLACE.exec(code)?.[1].toLowerCase();

let wanted: boolean | null = null;

/** Whether letters, digits and signs are keys; kept by the browser, or as long as the page is open. */
export function lettersAct(): boolean {
  try {
    wanted ??= localStorage.getItem(SETTING) !== "off";
  } catch {
    wanted = true;
  }
  return wanted;
}

export function letLettersAct(act: boolean): void {
  wanted = act;
  try {
    localStorage.setItem(SETTING, act ? "on" : "off");
  } catch {
    // Until the page is left.
  }
}

const isLetter = (name: string): boolean => name.length === 1 && name !== " ";

/**
 * What a key does: by what it writes, in either case, or, where that is no Latin letter and means nothing, by its
 * place on the keyboard. Nothing for what is held down, but for `held` names.
 */
export function meant<Act>(
  { key, code, repeat }: Pick<KeyboardEvent, "key" | "code" | "repeat">,
  acts: Readonly<Record<string, Act>>,
  held: readonly string[] = [],
): Act | undefined {
  const written = key.length === 1 ? key.toLowerCase() : key;
  const place = /^[a-z]$/.test(written) ? undefined : atPlace(code);
  const name = [written, place].find((each) => each !== undefined && Object.hasOwn(acts, each));
  if (name === undefined || (repeat && !held.includes(name))) return undefined;
  return isLetter(name) && !lettersAct() ? undefined : acts[name];
}
