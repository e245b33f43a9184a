/** @file Text with symbols that have raised and lowered parts: "η_x", "A^T". Those are not translated. */

const SYMBOL = /([^\s_^]*(?:[_^](?:\{[^}]*\}|.))+)/u;
const PART = /([_^])(\{[^}]*\}|.)/u;

function Symbolic({ text }: { readonly text: string }) {
  const pieces = text.split(new RegExp(PART, "gu"));
  return (
    <span translate="no">
      {pieces.map((piece, i) => {
        if (i % 3 === 0) return piece;
        if (i % 3 === 1) return null;
        const content = piece.replace(/[{}]/g, "");
        return pieces[i - 1] === "_" ? <sub key={i}>{content}</sub> : <sup key={i}>{content}</sup>;
      })}
    </span>
  );
}

export function Rich({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(new RegExp(SYMBOL, "gu"))
        .map((piece, i) => (i % 2 === 0 ? piece : <Symbolic key={i} text={piece} />))}
    </>
  );
}
