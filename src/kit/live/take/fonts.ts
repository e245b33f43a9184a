/** @file The page's typeface for a drawing that leaves it: of its files those that have letters of the drawing. */

/** A file of a typeface and the letters that it has. */
interface Face {
  readonly source: string;
  readonly has: (code: number) => boolean;
  /** The rule without its file. */
  readonly rule: CSSFontFaceRule;
}

/** "U+0000-00FF,U+0131" */
function ranges(text: string): (code: number) => boolean {
  const pairs = text.split(",").map((range) => {
    const [from, to = from] = range.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (code) => text === "" || pairs.some(([from, to]) => code >= from && code <= to);
}

/** Faces of a family that the page's own sheets have. */
function facesOf(family: string): Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const url = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src"))?.[1];
      const name = style.getPropertyValue("font-family").replaceAll(/["']/g, "");
      if (!url || name !== family) return [];
      const source = new URL(url, sheet.href ?? document.baseURI).href;
      return [{ source, rule, has: ranges(style.getPropertyValue("unicode-range")) }];
    }),
  );
}

/** A file as an address that needs no other. */
async function inline(source: string): Promise<string> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096)
    text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return `data:font/woff2;base64,${btoa(text)}`;
}

const kept = new Map<string, Promise<string>>();

/**
 * Rules of `family`, its files within, for all letters of `text`; a file that does not load is left out, and
 * programs take the next typeface of the list.
 */
export async function fontRules(family: string, text: string): Promise<string> {
  const codes = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  const faces = facesOf(family).filter(({ has }) => codes.some(has));
  const rules = faces.map(async ({ source, rule: { style } }) => {
    const file = kept.get(source) ?? inline(source);
    kept.set(source, file);
    try {
      return `@font-face{font-family:"${family}";font-weight:${style.getPropertyValue("font-weight")};src:url(${await file}) format("woff2");unicode-range:${style.getPropertyValue("unicode-range")}}`;
    } catch {
      kept.delete(source);
      return "";
    }
  });
  return (await Promise.all(rules)).join("");
}
