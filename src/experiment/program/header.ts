/**
 * @file What stands at the head of a program: what it is, where it comes from, its settings as constants.
 */
import { LEARNT } from "../../theory/phase";
import { RELATIONS } from "../../theory/relation";
import { trainCount } from "../dataset";
import { unpackMatrix } from "../matrix";
import { PARAM_KEYS, PARAMS, type ParamKey, type Settings } from "../params";
import { asked } from "../relationWords";
import { nonDefaults } from "../settings";
import { needed, type Piece } from "./pieces";

/** A fragment of the page's address that opens these settings. */
export function fragmentOf(settings: Settings): string {
  const words = Object.entries(nonDefaults(settings)).map(([key, value]) => [key, String(value)]);
  return `#${new URLSearchParams([["v", "1"], ...words])}`;
}

/** Lines of at most 88 characters. */
function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1];
    if (line !== "" && line.length + 1 + word.length > 88) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}

const rowsOf = (text: string, n: number): string =>
  unpackMatrix(text, n)
    .join("")
    .replace(new RegExp(`(.{${n}})`, "g"), "$1\n");

/** encoderRate: ENCODER_RATE. */
const constantName = (key: ParamKey): string => key.replace(/[A-Z]/g, "_$&").toUpperCase();

/** A knob as a constant with its words. */
function constant(settings: Settings, key: ParamKey): Piece {
  const name = constantName(key);
  const param = PARAMS[key];
  if (param.kind === "matrix")
    return {
      name,
      text: `# ${param.label}: a row for each x, a column for each y
${name} = """
${rowsOf(settings[key] as string, settings.n)}"""`,
    };
  // A name that says the same as the words needs no words.
  const label = param.label.replace(/ /g, "_").toUpperCase() === name ? [] : [param.label];
  const words = [...label, ...("unit" in param ? [param.unit] : [])].join(", ");
  return { name, text: `${name} = ${settings[key]}${words === "" ? "" : `  # ${words}`}` };
}

const STANDARD: readonly Piece[] = ["functools", "json", "math", "os"].map((name) => ({
  name,
  text: `import ${name}`,
}));

/** Threads that wait for each other on a busy machine were seen to make a program seven times as slow. */
const ONE_THREAD = `# Small matrices: more threads would wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")`;

const PACKAGES: readonly Piece[] = [
  { name: "np", text: "import numpy as np" },
  { name: "torch", text: "import torch" },
  { name: "functional", text: "import torch.nn.functional as functional" },
  { name: "nn", text: "from torch import nn" },
];

/** What a program is made with, in words. */
export interface Making {
  readonly made: string;
  readonly needs: string;
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("\n");

function docstring(settings: Settings, { made, needs }: Making): string {
  const { n, relation } = settings;
  const task = `From ${trainCount(settings)} of all ${n * n} ordered pairs (x, y) of ${n} elements it learns whether R(x, y) holds, “${RELATIONS[relation].label}”: ${asked(settings)}.`;
  return `"""One network of the paper GenEFT, as its explorable trains it, in ${made}.

${wrapped(task)}

It prints losses and accuracies as training goes on. Its last line is JSON: the phase of
Table 4, and after how many steps train and test accuracy exceeded ${LEARNT}; null is never.

The page of these settings: ${fragmentOf(settings)}
The paper: David D. Baek, Ziming Liu, Max Tegmark, “GenEFT: Understanding Statics and
Dynamics of Model Generalization via Effective Theory”, 2024, arXiv:2402.05916v1.
Needs ${needs}. Written by the GenEFT explorable. MIT licence.
"""`;
}

/** Docstring, imports and constants, as far as `body` uses them. */
export function header(settings: Settings, making: Making, body: string): string {
  const constants = PARAM_KEYS.map((key) => constant(settings, key));
  return `${docstring(settings, making)}

${textOf(needed(STANDARD, ONE_THREAD + body))}

${ONE_THREAD}

${textOf(needed(PACKAGES, body))}

${textOf(needed(constants, body))}`;
}
