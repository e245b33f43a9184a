/** @file Faults of what is taken away: files that other programs would read wrongly, and what is left behind. */
import type { Mutant } from "../../scripts/mutant";

const TAKE = "test/kit/live/take/take.browser.test.tsx";
const GALLERY = "test/gallery/taken.browser.test.ts";
const CSV = "test/experiment/csv.test.ts";
const FILM = "test/chapters/lab/take/film/film.browser.test.ts";
const REEL = "test/chapters/lab/take/film/reel.test.ts";

export const TAKEN: readonly Mutant[] = [
  {
    file: "src/experiment/table/formula.ts",
    from: "/^'*[=+\\-@\\t\\r]/",
    to: "/^'*[=+@\\t\\r]/",
    what: "a name that begins with a minus is a formula",
    tests: [CSV],
  },
  {
    file: "src/experiment/csv.ts",
    from: "escapeFormulae: FORMULA, ",
    to: "",
    what: "a name is a formula to a spreadsheet",
    tests: [CSV],
  },
  {
    file: "src/kit/live/take/png.ts",
    from: "0xedb88320",
    to: "0xedb88321",
    what: "the sums of a PNG are wrong",
    tests: [TAKE],
  },
  {
    file: "src/kit/live/take/files.ts",
    from: "const SCALE = 2",
    to: "const SCALE = 1",
    what: "a PNG is as coarse as the screen",
    tests: [TAKE],
  },
  {
    file: "src/kit/live/take/trace.ts",
    from: `".view-voice, button, `,
    to: `".view-voice, `,
    what: "buttons are part of a picture",
    tests: [TAKE],
  },
  {
    file: "src/kit/live/take/traceDrawing.ts",
    from: `style.display === "none" || `,
    to: "",
    what: "what the sheet hides is drawn in the copy",
    tests: [TAKE],
  },
  {
    file: "src/kit/live/take/svg.ts",
    from: "const FINE = 2",
    to: "const FINE = 1",
    what: "canvases of a copy are as coarse as the screen",
    tests: [TAKE],
  },
  {
    file: "src/kit/live/take/svg.ts",
    from: "delete root.dataset.ratio;",
    to: "",
    what: "a picture stays finer than the screen once it was copied",
    tests: [TAKE],
  },
  {
    file: "src/kit/live/take/svg.ts",
    from: ".replaceAll(UNWRITABLE",
    to: ".replaceAll(/[^\\s\\S]/g",
    what: "a control character in a name breaks the drawing",
    tests: [TAKE],
  },
  {
    file: "src/kit/live/take/colour.ts",
    from: "alpha === 0 ?",
    to: "alpha === 2 ?",
    what: "a picture stands on black",
    tests: [TAKE],
  },
  {
    file: "src/kit/live/take/traceDrawing.ts",
    from: "const { hex, alpha } = plain ? { hex: value, alpha: 1 } : colourOf(value);",
    to: "const { hex, alpha } = { hex: value, alpha: 1 };",
    what: "colours are written as only a browser reads them",
    tests: [GALLERY],
  },
  {
    file: "src/kit/live/view/latentTable.ts",
    from: "positions[2 * i + 1],",
    to: "positions[2 * i],",
    what: "latent space has one coordinate twice in its table",
    tests: [GALLERY],
  },
  {
    file: "src/chapters/phases/view/gridTable.ts",
    from: "x.values[Math.floor(i / rows)]",
    to: "x.values[i % rows]",
    what: "the table of the phases mistakes columns for rows",
    tests: [GALLERY],
  },
  {
    file: "src/chapters/data/view/sampleTable.ts",
    from: `marking && kind !== "known" ? null : kind`,
    to: "kind",
    what: "the table tells what a reader is to guess",
    tests: [GALLERY],
  },
  {
    file: "src/chapters/lab/take/film/reel.ts",
    from: "const STANDING = 1",
    to: "const STANDING = 2",
    what: "a film ends too early",
    tests: [REEL],
  },
  {
    file: "src/chapters/lab/take/film/video.ts",
    from: "frame++ / RATE, 1 / RATE",
    to: "frame++ / 25, 1 / 25",
    what: "a film is too long",
    tests: [FILM],
  },
  {
    file: "src/chapters/lab/take/film/camera.ts",
    from: "      root.remove();",
    to: "",
    what: "a film leaves its stage behind",
    tests: [FILM],
  },
  {
    file: "src/chapters/lab/take/film/film.ts",
    from: "        signal.throwIfAborted();\n",
    to: "",
    what: "a film that is given up is made to its end",
    tests: [FILM],
  },
  {
    file: "src/chapters/lab/take/film/apng.ts",
    from: "numbered.set(packed([4, sequence++]))",
    to: "numbered.set(packed([4, sequence]))",
    what: "parts of a moving picture are numbered twice",
    tests: [FILM],
  },
];
