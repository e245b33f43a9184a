import { expect, test } from "vitest";
import { answer } from "../../src/engine/probe";
import { referenceEngine } from "../../src/engine/reference/reference";
import { initialParameters } from "../../src/experiment/initial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import { COLUMN } from "../../src/run/frame";

const SMALL: Settings = { ...DEFAULTS, n: 6, d: 2, width: 5, depth: 1 };

test("the field of a linear decoder is even about the middle of the plane", () => {
  // With differences and no hidden layer the logit is w . (E_x - e) + b: linear in e.
  const settings: Settings = { ...SMALL, mode: "difference", depth: 0 };
  const parameters = initialParameters(settings);
  const [layer] = shapeOf(settings).layers;
  parameters[layer.bias] = 0.3;
  const x = 2;
  const origin = Array.from(parameters.subarray(x * 2, x * 2 + 2));
  const [columns, rows] = [6, 4];
  const plane = { origin, u: [1, 0], v: [0, 1], columns, rows } as const;
  const { field } = answer({
    settings,
    step: 0,
    parameters,
    field: { x, plane: { ...plane, a: [-3, 3], b: [-2, 2] } },
    forces: false,
  });
  const logits = Array.from(field?.values ?? [], (p) => Math.log(p / (1 - p)));
  expect(logits).toHaveLength(columns * rows);
  const at = (row: number, column: number) => logits[row * columns + column];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      // Opposite cells lie as far from E_x on either side, where the logit is b. Float32 of a probability.
      const opposite = at(rows - 1 - row, columns - 1 - column);
      expect((at(row, column) + opposite) / 2).toBeCloseTo(0.3, 5);
    }
  const [w0, w1] = parameters.subarray(layer.weight);
  // One column is 1 wide and one row 1 high.
  expect(at(1, 2) - at(1, 1)).toBeCloseTo(-w0, 4);
  expect(at(2, 1) - at(1, 1)).toBeCloseTo(-w1, 4);
});

test("forces are the fall of the training loss along each coordinate of the embedding", async () => {
  const parameters = initialParameters(SMALL);
  const { forces } = answer({ settings: SMALL, step: 0, parameters, field: null, forces: true });
  const { embedding } = shapeOf(SMALL);
  expect(forces).toHaveLength(embedding);
  const ensemble = await referenceEngine.create([SMALL]);
  const { state } = await ensemble.checkpoint();
  async function lossAt(moved: number, by: number): Promise<number> {
    const other = Float64Array.from(state);
    other[moved] += by;
    ensemble.restore({ step: 0, state: other });
    return (await ensemble.advance([0]))[COLUMN.trainLoss];
  }
  const step = 1e-4;
  const slopes: number[] = [];
  for (let i = 0; i < embedding; i++)
    slopes.push(((await lossAt(i, step)) - (await lossAt(i, -step))) / (2 * step));
  // Central differences are off by step^2 times a third derivative of order one; forces are float32.
  expect(forces ?? []).toBeAllclose(
    slopes.map((slope) => -slope),
    { atol: 1e-7, rtol: 1e-6 },
  );
});
