/** @file Text with raised and lowered parts: "η_x", "A^T". */

const PART = /([_^])(\{[^}]*\}|.)/u;

export function Rich({ text }: { readonly text: string }) {
  const pieces = text.split(new RegExp(PART, "gu"));
  return (
    <>
      {pieces.map((piece, i) => {
        if (i % 3 === 0) return piece;
        if (i % 3 === 1) return null;
        const content = piece.replace(/[{}]/g, "");
        return pieces[i - 1] === "_" ? <sub key={i}>{content}</sub> : <sup key={i}>{content}</sup>;
      })}
    </>
  );
}
