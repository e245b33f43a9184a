import { describe, expect, test } from "vitest";
import { makeBatches } from "../../src/engine/webgl/feed";
import { gridOf, layoutOf } from "../../src/engine/webgl/layout";
import { makePacker, tilePerReplica, tilesOf } from "../../src/engine/webgl/packer";
import { capacity, planOf } from "../../src/engine/webgl/plan";
import { batches, makeDataset } from "../../src/experiment/dataset";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";

/** A side that every WebGL 2 in use has. */
const LIMIT = 4096;

const planFor = (settings: readonly Settings[], limit = LIMIT) =>
  planOf(settings, makeBatches(settings, settings.map(makeDataset)), limit);

/** The matrix, row by row, that a sheet of tiles reads back as. */
function readBack(width: number, height: number, texels: Float32Array): Float32Array {
  const matrix = new Float32Array(texels.length);
  for (let y = 0; y < 2 * height; y++)
    for (let x = 0; x < 2 * width; x++) {
      const tile = Math.floor(y / 2) * width + Math.floor(x / 2);
      matrix[y * 2 * width + x] = texels[4 * tile + 2 * (y % 2) + (x % 2)];
    }
  return matrix;
}

describe("the layout", () => {
  const shapes: readonly Partial<Settings>[] = [
    {},
    { mode: "difference", d: 3, width: 7 },
    { mode: "squared-difference", depth: 0, d: 1 },
    { depth: 12, width: 5, n: 4, d: 8 },
  ];
  test.each(shapes)("gives every parameter a place of its own inside the block: %o", (change) => {
    const settings = { ...DEFAULTS, ...change };
    const { place, width, height } = layoutOf(settings);
    const { size } = shapeOf(settings);
    const places = new Set<number>();
    for (let i = 0; i < size; i++) {
      const [row, column] = place.subarray(2 * i, 2 * i + 2);
      expect(row).toBeLessThan(2 * height);
      expect(column).toBeLessThan(2 * width);
      places.add(row * 2 * width + column);
    }
    expect(places.size).toBe(size);
  });

  test("parameters and moments come back from the card's sheet as they went", () => {
    const layout = layoutOf({ ...DEFAULTS, n: 5, d: 3, width: 7, depth: 2 });
    const grid = gridOf(5, layout.width, layout.height, 3 * layout.height);
    expect(grid).toEqual({ columns: 2, rows: 3 });
    const P = layout.place.length / 2;
    const values = Float32Array.from({ length: 5 * 3 * P }, (_, i) => i + 1);
    const packer = makePacker(layout, grid, 5);
    const { width, height, texels } = packer.state(values);
    const matrix = readBack(width, height, texels);
    expect(packer.values(matrix, 3)).toEqual(values);
    const parameters = Array.from({ length: 5 }, (_, r) => [
      ...values.subarray(3 * r * P, (3 * r + 1) * P),
    ]);
    expect(packer.values(matrix, 1)).toEqual(Float32Array.from(parameters.flat()));
  });

  test("so does a tile for each replica", () => {
    const grid = { columns: 3, rows: 2 };
    const values = Float32Array.from({ length: 20 }, (_, i) => i);
    const { width, height, texels } = tilePerReplica(values, grid);
    expect(tilesOf(readBack(width, height, texels), grid, 5)).toEqual(values);
  });
});

describe("a step", () => {
  test("is nine draws at three hidden layers, for one replica and for a hundred", () => {
    const hundred = Array.from({ length: 100 }, (_, seed) => ({ ...DEFAULTS, seed }));
    expect(planFor([DEFAULTS]).training).toHaveLength(9);
    expect(planFor(hundred).training).toHaveLength(9);
  });

  test("reads only what was given or drawn before, and at most sixteen textures at once", () => {
    for (const mode of ["concat", "difference", "squared-difference"] as const)
      for (let depth = 0; depth <= 12; depth++) {
        const { training, measuring } = planFor([{ ...DEFAULTS, mode, depth, width: 4 }]);
        for (const launches of [training, measuring]) {
          const known = new Set(["state", "feed", "rates"]);
          for (const { reads, output } of launches) {
            expect(reads.filter((name) => !known.has(name))).toEqual([]);
            expect(reads.length).toBeLessThanOrEqual(16);
            expect(new Set(reads).size).toBe(reads.length);
            known.add(output);
          }
        }
      }
  });

  test("feeds each replica its own batches, slot by slot", () => {
    const settings = [
      { ...DEFAULTS, n: 6, batch: 5 },
      { ...DEFAULTS, n: 6, batch: 3, seed: 4, relation: "greater-than" as const },
    ];
    const datasets = settings.map(makeDataset);
    const all = makeBatches(settings, datasets);
    expect(all).toMatchObject({ size: 5, full: false });
    const grid = { columns: 1, rows: 2 };
    const { width, texels } = all.feed(10, grid, 4);
    for (const r of [0, 1]) {
      const pairsAt = batches(settings[r], datasets[r].train);
      for (let slot = 0; slot < 4; slot++) {
        const pairs = pairsAt(10 + slot);
        for (let i = 0; i < 6; i++) {
          const at = 4 * ((3 * r + Math.floor(i / 2)) * width + 2 * slot) + 2 * (i % 2);
          const [left, right] = texels.subarray(at, at + 2);
          const [target, weight] = texels.subarray(at + 4, at + 6);
          if (i >= pairs.length) expect(weight).toBe(0);
          else {
            expect(6 * left + right).toBe(pairs[i]);
            expect(target).toBe(datasets[r].relation.truth[pairs[i]]);
            expect(weight).toBe(Math.fround(1 / pairs.length));
          }
        }
      }
    }
  });
});

describe("how many replicas fit", () => {
  const replicas = (R: number, change: Partial<Settings> = {}): Settings[] =>
    Array.from({ length: R }, (_, seed) => ({ ...DEFAULTS, ...change, seed }));

  test.each([
    [{ width: 8 }, 512],
    [{ n: 5, width: 4, depth: 2 }, 40],
    [{ n: 60, width: 128, depth: 12 }, 16384],
    [{ batch: 64 }, 8192],
    [{}, 4096],
  ] as const)("is what a plan takes: %o in textures of %d", (change, limit) => {
    const most = capacity(replicas(1, change), limit);
    expect(most).toBeGreaterThan(0);
    expect(() => planFor(replicas(most, change), limit)).not.toThrow();
    expect(() => planFor(replicas(most + 1, change), limit)).toThrow("train fewer at a time");
  });

  test("replicas whose states alone do not fit into the memory are refused", () => {
    expect(() => capacity(replicas(10_000), 8192)).toThrow("MB of textures");
    expect(capacity(replicas(1000), 8192)).toBeGreaterThan(100);
  });
});

describe("an ensemble that cannot be is refused with a sentence", () => {
  test("different losses or optimisers", () => {
    expect(() => planFor([DEFAULTS, { ...DEFAULTS, loss: "mse" }])).toThrow(
      "share loss: bce is not mse",
    );
    expect(() => planFor([DEFAULTS, { ...DEFAULTS, optimiser: "gd" }])).toThrow(
      "share optimiser: adam is not gd",
    );
  });

  test("more replicas than fit into the textures", () => {
    const many = Array.from({ length: 40 }, (_, seed) => ({ ...DEFAULTS, seed, width: 8 }));
    expect(() => planFor(many, 512)).toThrow("train fewer at a time");
    expect(() => planFor(many.slice(0, 20), 512)).not.toThrow();
  });

  test("more replicas than fit into the memory", () => {
    const big = { ...DEFAULTS, n: 60, width: 128, depth: 12 };
    const many = Array.from({ length: 40 }, (_, seed) => ({ ...big, seed }));
    expect(() => planFor(many, 16384)).toThrow("MB of textures");
  });
});
