/**
 * @file A browser's translator puts a `<font>` in the place of every text. React, which wrote the text, would look
 * for it there when it changes or goes, and fail. So each text comes back to its place, empty, before its
 * translation; once the page writes another text there, the translation of the old one goes.
 */

interface Translation {
  readonly font: Element;
  /** What was translated. */
  readonly words: string;
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isFont = (node: Node | null): node is Element => node?.nodeName === "FONT";

/** Keeps texts below `root` in their places, whatever translates them; returns what ends it. */
export function keepTexts(root: Element): () => void {
  const fonts = root.getElementsByTagName("font");
  const translations = new Map<Text, Translation>();
  const taken = new WeakSet<Element>();

  /** The translation that took the place of a text: put there with the same stroke, or before the text went. */
  const translationOf = ({ addedNodes, previousSibling, nextSibling }: MutationRecord) =>
    [...addedNodes, previousSibling, nextSibling].find(
      (node) => isFont(node) && node.isConnected && !taken.has(node),
    ) as Element | undefined;

  function putBack(text: Text, font: Element): void {
    taken.add(font);
    translations.set(text, { font, words: text.data });
    if (font.contains(text)) text.replaceWith(text.data);
    font.before(text);
    text.data = "";
  }

  function follow(text: Text, { font, words }: Translation): void {
    if (text.data === "" && text.isConnected && font.isConnected) {
      // The text was moved.
      if (font.previousSibling !== text) text.after(font);
      return;
    }
    translations.delete(text);
    font.remove();
    // The translator has taken it back, or the text may stand somewhere again.
    if (text.data === "") text.data = words;
  }

  const observer = new MutationObserver((records) => {
    if (fonts.length === 0 && translations.size === 0) return;
    for (const record of records) {
      if ((record.target as Element).closest?.("font")) continue;
      for (const text of record.removedNodes) {
        if (!isText(text) || text.data === "" || translations.has(text)) continue;
        const font = translationOf(record);
        if (font) putBack(text, font);
      }
    }
    for (const [text, translation] of translations) follow(text, translation);
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}
