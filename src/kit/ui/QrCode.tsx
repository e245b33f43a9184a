/** @file A text as a QR code: dark on white in every theme, for cameras. */
import { useEffect, useState } from "react";

/** Empty modules around a code; without them cameras do not find it. */
const QUIET = 4;

/** Bytes that the largest code holds with the least correction. */
const MOST = 2953;

interface Code {
  readonly value: string;
  /** Modules along a side, the quiet ones included. */
  readonly size: number;
  readonly path: string;
}

/** One line of dark modules after the other, as rectangles of the path. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
}

/** The encoder is fetched for the first code. Rejects with a sentence where there is none. */
async function codeOf(value: string): Promise<Code> {
  const { encodeQR } = await import("qr").catch((cause) => {
    throw new Error("The QR code could not be made: a part of the page did not load.", { cause });
  });
  if (new TextEncoder().encode(value).length > MOST)
    throw new Error("This link is too long for a QR code.");
  const modules = encodeQR(value, "raw", { ecc: "low", border: QUIET });
  return { value, size: modules.length, path: pathOf(modules) };
}

interface Props {
  readonly value: string;
  /** What it leads to, for those who do not see it. */
  readonly label: string;
}

/** As large as its place allows. */
export function QrCode({ value, label }: Props) {
  const [code, setCode] = useState<Code | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    codeOf(value).then(
      (made) => {
        if (!wanted) return;
        setCode(made);
        setProblem(null);
      },
      ({ message }: Error) => wanted && setProblem(message),
    );
    return () => {
      wanted = false;
    };
  }, [value]);
  if (problem !== null)
    return (
      <p className="qr problem" role="alert">
        {problem}
      </p>
    );
  const { size, path } = code?.value === value ? code : { size: 1, path: "" };
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      aria-busy={path === ""}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
