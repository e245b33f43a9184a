/**
 * @file Faults of what surrounds the page, each with how it is caused and what must then be seen. Knows no driver:
 * any browser that opens an address can be held to it.
 */
import type { Spoil } from "../site";

export interface Caused {
  readonly fault: string;
  /** What is wrong with the files. */
  readonly spoil: Spoil;
  /** The link that is opened, without its “#”. */
  readonly link: string;
  /** Words that must come to stand on the page, each a CSS selector and a pattern of its text. */
  readonly sees: readonly (readonly [selector: string, text: RegExp])[];
  /** Words that must not stand anywhere on it then. */
  readonly never?: RegExp;
  /** Whether the run is trained all the same. */
  readonly trains: boolean;
  /** Most requests for the file at fault. */
  readonly file?: RegExp;
  readonly survived: string;
}

const gone =
  (file: RegExp): Spoil =>
  (path) =>
    file.test(path) ? { status: 404 } : null;

/** Code that runs before a worker's own. */
const first =
  (code: string): Spoil =>
  (path) =>
    path.includes(".worker-") ? { content: (bytes) => `${code};\n${bytes}` } : null;

const GONE = "did not start: the page was published anew after it was opened here; load it again";

/** Sixty steps a second: the processor is left to what is tried beside it. */
const CALM = "v=1&pace=60";

const ANSWERED = ".engine summary";

export const FAULTS: readonly Caused[] = [
  {
    fault: "the training worker’s file is gone",
    spoil: gone(/train\.worker-/),
    link: CALM,
    file: /train\.worker-/,
    sees: [[".verdict.failed", new RegExp(`${GONE}.*Nothing is trained yet`)]],
    never: /last good moment/,
    trains: false,
    survived: "says so in the place of the verdict, after four tries",
  },
  {
    fault: "the probe’s file is gone",
    spoil: gone(/probe\.worker-/),
    link: CALM,
    file: /probe\.worker-/,
    sees: [
      [".panel.matrix .problem", new RegExp(`is not known.*${GONE}`)],
      [".notices", /run goes on.*did not start/],
    ],
    trains: true,
    survived: "the run goes on; in the place of its answers stands why they are not known",
  },
  {
    fault: "the worker of chapter 5 is gone",
    spoil: gone(/pairs\.worker-/),
    link: `${CALM}&chapter=pairs`,
    file: /pairs\.worker-/,
    sees: [
      [".panel.track .problem", new RegExp(`is not known.*${GONE}`)],
      [".findings", /Nothing can be said/],
    ],
    never: /Training this run once more|C has no finite value/,
    trains: true,
    survived: "says that nothing is known of the pair, and asks again now and then",
  },
  {
    fault: "the worker of chapter 2 is gone",
    spoil: gone(/bound\.worker-/),
    link: `${CALM}&chapter=data`,
    file: /bound\.worker-/,
    sees: [
      [".panel.bound header", new RegExp(`could not be computed.*${GONE}`)],
      [".panel.bound .findings", /by inference nothing is known/],
    ],
    never: /not reached yet/,
    trains: false,
    survived: "says that the curve could not be computed, and calls nothing a result",
  },
  {
    fault: "an embedder policy that the workers’ files lack",
    spoil: (path) =>
      path.endsWith(".html")
        ? { headers: { "cross-origin-embedder-policy": "require-corp" } }
        : null,
    link: CALM,
    sees: [[ANSWERED, /SIMD, exact/]],
    trains: true,
    survived: "workers are begun by a line that imports them",
  },
  {
    fault: "a blocker takes the .wasm",
    spoil: (path) => (path.endsWith(".wasm") ? { status: "cut" } : null),
    link: CALM,
    sees: [[ANSWERED, /SIMD, exact/]],
    trains: true,
    survived: "the same kernel comes as code; the run is exact",
  },
  {
    fault: "the kernel is gone altogether",
    spoil: gone(/kernel-/),
    link: `${CALM}&n=6&width=8`,
    sees: [
      [".notices", /SIMD does not train here: its kernel did not load.*What does: plain loops/],
      [ANSWERED, /plain loops/],
    ],
    trains: true,
    survived: "plain loops train, and a notice says so",
  },
  {
    fault: "a policy that forbids WebAssembly",
    spoil: () => ({ headers: { "content-security-policy": "script-src 'self' 'unsafe-inline'" } }),
    link: `${CALM}&n=6&width=8`,
    sees: [
      [".notices", /WebAssembly is forbidden here.*plain loops/],
      [ANSWERED, /plain loops/],
    ],
    never: /old browser|out of date|update your browser/i,
    trains: true,
    survived: "plain loops train, and a notice names the policy",
  },
  {
    fault: "no WebAssembly",
    spoil: first("delete globalThis.WebAssembly"),
    link: `${CALM}&n=6&width=8`,
    sees: [
      [".notices", /switched off here, as lockdown mode and enhanced security do.*plain loops/],
      [ANSWERED, /plain loops/],
    ],
    never: /old browser|out of date|update your browser/i,
    trains: true,
    survived: "plain loops train, and a notice names lockdown mode and enhanced security",
  },
  {
    fault: "no toSorted",
    spoil: first("delete Array.prototype.toSorted"),
    // Long enough for engines to be compared.
    link: "v=1&depth=12&width=128&steps=100000",
    sees: [[".engine .popover", /Not WebGL: (?!not measured yet)/]],
    never: /is not a function|met a fault/,
    trains: true,
    survived: "nothing is missed",
  },
  {
    fault: "a link asks for WebGL where there is none",
    spoil: first("delete globalThis.OffscreenCanvas"),
    link: `${CALM}&engine=webgl`,
    sees: [
      [".notices", /WebGL does not train here: no WebGL.*What does: SIMD/],
      [ANSWERED, /SIMD, exact/],
    ],
    trains: true,
    survived: "SIMD trains, and a notice says so",
  },
  {
    fault: "the training worker breaks in mid-run, twice",
    spoil: first("setTimeout(() => { throw new Error('struck') }, 2500)"),
    link: "v=1&depth=12&width=128&steps=100000",
    sees: [[".verdict.failed", /struck.*for the second time.*The last good moment is shown/]],
    trains: true,
    survived: "goes on once from its checkpoint, then ends with its last good moment",
  },
  {
    fault: "numbers that are none",
    spoil: () => null,
    link: "v=1&mode=squared-difference&optimiser=gd&encoderRate=10&decoderRate=10&embeddingSigma=10&decoderSigma=10&depth=0",
    sees: [[".verdict.failed", /(NaN|Infinity|no longer a finite number) at step|at step \d+/]],
    trains: false,
    survived: "the run ends with the step, and its last good moment is shown",
  },
  {
    fault: "a recording that was cut short",
    spoil: (path) =>
      /data\/figure-.*\.json/.test(path)
        ? { content: (bytes) => bytes.subarray(0, bytes.length / 2) }
        : null,
    link: "v=1&chapter=phases",
    sees: [[".problem", /figure-[\w-]+\.json is refused: it is not JSON.*nothing is known/]],
    trains: false,
    survived: "the file is refused by name; its cells are shown as not known",
  },
  {
    fault: "a recording with another digit",
    spoil: (path) =>
      /data\/figure-.*\.json/.test(path)
        ? { content: (bytes) => bytes.toString().replace(/"steps":\[(\d+)/, '"steps":[1$1') }
        : null,
    link: "v=1&chapter=phases",
    sees: [[".problem", /figure-[\w-]+\.json is refused: its checksum.*nothing is known/]],
    trains: false,
    survived: "the file is refused by its checksum; its cells are shown as not known",
  },
  {
    fault: "a stored run with another byte",
    spoil: (path) =>
      path.startsWith("data/scenes/")
        ? {
            content: (bytes) => {
              const bent = Buffer.from(bytes);
              bent[bent.length >> 1] ^= 1;
              return bent;
            },
          }
        : null,
    link: "v=1&scene=memorised",
    sees: [[".notices", /stored run at .* is refused: .*trained from its first weights instead/]],
    trains: true,
    survived: "the file is refused by name, and the run is trained instead",
  },
];
