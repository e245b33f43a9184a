/**
 * @file Settings as one readable Python file that trains the same network and gives the same verdict.
 */
import type { Settings } from "../params";
import { dataSection } from "./data";
import { header, type Making } from "./header";
import { networkSection } from "./network";
import { numpySection } from "./numpy";
import { needed, type Piece, paragraphs } from "./pieces";
import { pytorchSection } from "./pytorch";
import { randomSection } from "./random";
import { relationSection } from "./relation";
import { VERDICT } from "./verdict";

export const LIBRARIES = { pytorch: "PyTorch", numpy: "NumPy" } as const;
export type Library = keyof typeof LIBRARIES;

interface Dialect extends Making {
  /** Network and training: defines `learn(step)` and `evaluate()`. */
  readonly section: (settings: Settings) => string;
}

const DIALECTS: Readonly<Record<Library, Dialect>> = {
  pytorch: {
    section: pytorchSection,
    made: "PyTorch",
    needs: "Python 3.9 or newer, NumPy and PyTorch",
  },
  numpy: { section: numpySection, made: "NumPy alone", needs: "Python 3.9 or newer and NumPy" },
};

const BITS: Piece = {
  name: "bits",
  text: `
def bits(rows):
    """The digits of a matrix, row after row, as flags."""
    return np.array([digit == "1" for digit in "".join(rows.split())])`,
};

/** The whole file. It has only what the settings need. */
export function programOf(settings: Settings, library: Library): string {
  const dialect = DIALECTS[library];
  const work = paragraphs(
    relationSection(settings.relation),
    dataSection(settings),
    networkSection(settings),
    dialect.section(settings),
    VERDICT,
  );
  const body = paragraphs(
    randomSection(work),
    ...needed([BITS], work).map(({ text }) => text),
    work,
  );
  return `${paragraphs(header(settings, dialect, body), body)}\n`;
}
