import { describe, expect, test } from "vitest";
import { codec } from "../../../src/app/chapters";
import { packMatrix } from "../../../src/experiment/matrix";
import { DEFAULTS, type Settings } from "../../../src/experiment/params";
import { type Library, programOf } from "../../../src/experiment/program/program";
import { RELATIONS, type RelationName } from "../../../src/theory/relation";

const LIBRARIES: readonly Library[] = ["numpy", "pytorch"];

const HALF = packMatrix(Uint8Array.from({ length: 49 }, (_, i) => i % 2));

const KINDS: readonly Settings[] = [
  ...(Object.keys(RELATIONS) as RelationName[]).map((relation) => ({ ...DEFAULTS, relation })),
  { ...DEFAULTS, optimiser: "gd", depth: 0 },
  { ...DEFAULTS, optimiser: "adamw", decoderDecay: 1e-4, loss: "mse", mode: "difference" },
  { ...DEFAULTS, decoderDecay: 0.3, batch: 64, mode: "squared-difference", encoderRate: 1e-6 },
  { ...DEFAULTS, n: 7, relation: "custom", matrix: HALF, mask: HALF, seed: 2 ** 32 - 1 },
];

const PROGRAMS = KINDS.flatMap((settings) =>
  LIBRARIES.map((library) => ({ settings, library, text: programOf(settings, library) })),
);

test("the fragment at a program's head opens its settings", () => {
  for (const { settings, text } of PROGRAMS) {
    const [, fragment] = /^The page of these settings: (#\S+)$/m.exec(text) ?? [];
    const { link, notices } = codec.decode(fragment);
    expect(notices).toEqual([]);
    expect(link.settings).toEqual(settings);
  }
});

describe("nothing stands in a program that it does not use", () => {
  const DEFINED =
    /^(?:def|class|import|from \w+ import) (\w+)|^([A-Za-z0-9_]+(?:, [A-Za-z0-9_]+)*) = /gm;
  test.each(PROGRAMS)("$library, $settings.relation, $settings.optimiser", ({ text }) => {
    const defined = [...text.matchAll(DEFINED)].flatMap(([, one, more]) =>
      (one ?? more).split(", "),
    );
    expect(defined.length).toBeGreaterThan(30);
    const code = text.replace(/"""[\s\S]*?"""/g, "").replace(/#.*/g, "");
    const once = defined.filter((name) => code.split(new RegExp(`\\b${name}\\b`)).length < 3);
    // An import under another name is used by that name.
    expect(once.filter((name) => !["numpy"].includes(name))).toEqual([]);
  });
});

test("what settings do not need is not there", () => {
  const plain = programOf({ ...DEFAULTS, depth: 0, optimiser: "gd" }, "numpy");
  expect(plain).not.toMatch(/DECAY|WIDTH|DEPTH|BATCH|BETA|tanh|permutation|CLASSES|MATRIX|MASK/);
  const rich = programOf(
    { ...DEFAULTS, relation: "equivalence", batch: 64, decoderDecay: 0.1, optimiser: "adamw" },
    "numpy",
  );
  for (const name of ["DECAY", "WIDTH", "DEPTH", "BATCH", "BETA", "tanh", "permutation", "CLASSES"])
    expect(rich).toContain(name);
});

test("a program is laid out to be read", () => {
  for (const { text } of PROGRAMS) {
    const lines = text.split("\n").filter((line) => !line.startsWith("The page of these settings"));
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.filter((line) => / $|\t|\r/.test(line))).toEqual([]);
    expect(text).not.toMatch(/\n{4}/);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  }
});
