/**
 * @file Links as messengers, word processors and course pages bend them, made straight where there is one reading.
 */

/** What a sentence puts after a link. No link ends so. */
const AFTER = /(?:[\s.,;:!?)\]}>'"”’»…]|%(?:2[129CE]|3[ABEF]|5D|7D))+$/iu;

/** What parts two entries, encoded: no value has an ampersand in front of a name. */
const PARTED = /%(?:25)*26([a-z][\w-]*)(?:%(?:25)*3D|=)/gi;

/** What others add to links to follow their readers. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|twclid|yclid|_ga|_hs\w+)=/i;

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
  for (let times = 0; times < 3 && !unwrapped.includes("=") && /%3d|%25/i.test(unwrapped); times++)
    unwrapped = decoded(unwrapped);
  return unwrapped;
};

/** Encoded again after it had been encoded: then every percent sign is. */
const onceEncoded = (text: string): string =>
  /%25[0-9a-f]{2}/i.test(text) && !/%(?!25)[0-9a-f]{2}/i.test(text)
    ? onceEncoded(text.replace(/%25/g, "%"))
    : text;

/** The fragment as it was written. */
export const straightened = (fragment: string): string =>
  onceEncoded(unwrapped(fragment.replace(/^[#\s]+/, "").replace(AFTER, "")))
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
