/**
 * @file Links as messengers, word processors and course pages bend them, made straight where there is one reading.
 */

/** What a sentence puts after a link. No link ends so. */
const AFTER = /(?:[\s.,;:!?)\]}>'"”’»…]|%(?:2[129CE]|3[ABEF]|5D|7D))$/iu;

/** A text of one's own may end so, and is encoded: only what is not encoded was put after it. */
const OWN_TEXT = /(?:^|&)names=[^&]*$/;
const AFTER_OWN_TEXT = /[\s.,;:!?)\]}>'"”’»…]$/u;

/** What parts two entries, encoded: no value has an ampersand in front of a name. */
const PARTED = /%(?:25)*26([a-z][\w-]*)(?:%(?:25)*3D|=)/gi;

/** What others add to links to follow their readers. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|twclid|yclid|_ga|_hs\w+)=/i;

/** So often a link is encoded on its way, and no more often. */
const MOST_TIMES = 3;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Encoded as a whole, so that nothing parts its entries. */
const unwrapped = (text: string): string => {
  let unwrapped = text;
  for (
    let times = 0;
    times < MOST_TIMES && !unwrapped.includes("=") && /%3d|%25/i.test(unwrapped);
    times++
  )
    unwrapped = decoded(unwrapped);
  return unwrapped;
};

/** Encoded again after it had been encoded: then every percent sign is. */
function onceEncoded(text: string): string {
  let once = text;
  for (let times = 0; times < MOST_TIMES && /%25[0-9a-f]{2}/i.test(once); times++) {
    if (/%(?!25)[0-9a-f]{2}/i.test(once)) break;
    once = once.replace(/%25/g, "%");
  }
  return once;
}

/** A text without what it ends in of `ends`, an expression of three letters at most at an end; takes time in proportion. */
export function withoutEnd(text: string, ends: RegExp): string {
  let end = text.length;
  for (;;) {
    const found = ends.exec(text.slice(Math.max(0, end - 3), end));
    if (!found?.[0]) return text.slice(0, end);
    end -= found[0].length;
  }
}

const withoutAfter = (fragment: string): string =>
  withoutEnd(fragment, OWN_TEXT.test(fragment) ? AFTER_OWN_TEXT : AFTER);

/** The fragment as it was written. */
export const straightened = (fragment: string): string =>
  onceEncoded(unwrapped(withoutAfter(fragment.replace(/^[#\s]+/, ""))))
    .replace(PARTED, "&$1=")
    .replace(/&(amp;)+/gi, "&")
    .split("&")
    .filter((entry) => !TRACKING.test(entry))
    .join("&");

/** The one of `known` that a name is, whatever the case of its letters; the name itself where it is none. */
export const knownAs = (name: string, known: readonly string[]): string =>
  known.find((each) => each === name) ??
  known.find((each) => each.toLowerCase() === name.toLowerCase()) ??
  name;
