/** @file The words of a Python program by kind, to be told apart by colour. */

type Kind = "comment" | "text" | "keyword" | "plain";

export interface Word {
  readonly kind: Kind;
  readonly text: string;
}

const KEYWORDS =
  "and as break class continue def else for from if import in is not or return while with yield False None True";

/** Texts of several lines, of one line, comments, keywords; one group each. */
const WORDS = new RegExp(
  `("""[\\s\\S]*?"""|#[^\\n]*)|("[^"\\n]*")|\\b(${KEYWORDS.replaceAll(" ", "|")})\\b`,
  "g",
);

/** The whole of `program` in its order. */
export function wordsOf(program: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  const plain = (to: number) => {
    if (to > end) words.push({ kind: "plain", text: program.slice(end, to) });
  };
  for (const match of program.matchAll(WORDS)) {
    const [text, comment, quoted] = match;
    plain(match.index);
    words.push({ kind: comment ? "comment" : quoted ? "text" : "keyword", text });
    end = match.index + text.length;
  }
  plain(program.length);
  return words;
}
