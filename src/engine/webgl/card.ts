/**
 * @file Textures of tiles and the programs that draw them, on tfjs's WebGL backend.
 *
 * tfjs keeps a matrix of 2H x 2W numbers as H x W texels, each a tile (top left, top right, bottom
 * left, bottom right): its "packed" form.
 */
import type { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl/dist/base";
import type { TensorInfo } from "@tensorflow/tfjs-core";

type Program = Parameters<MathBackendWebGL["compileAndRun"]>[0];

/** A texture of tiles. tfjs's own bookkeeping does not know it: whoever makes it frees it. */
export type Sheet = TensorInfo;

type Sheets = Readonly<Record<string, Sheet>>;

/** One draw: reads the sheets of these names and makes the sheet `output`. */
export interface Launch {
  readonly output: string;
  readonly reads: readonly string[];
  readonly program: Program;
}

/** Numbers that change from step to step, seen by every program. */
interface Uniforms {
  /** Which of the uploaded batches is this step's. */
  readonly slot: number;
  /** Adam's 1 - beta^step of the first and of the second moment. */
  readonly correction: readonly [number, number];
}

/** Where no program asks for them. */
export const NO_STEP: Uniforms = { slot: 0, correction: [1, 1] };

const UNIFORMS: Program["customUniforms"] = [
  { name: "slot", type: "int" },
  { name: "correction", type: "vec2" },
];

/** A program that draws `width` x `height` tiles with `code`, which calls setOutput(vec4). */
export const launch = (
  output: string,
  [width, height]: readonly [number, number],
  reads: readonly string[],
  code: string,
): Launch => ({
  output,
  reads,
  program: {
    variableNames: [...reads],
    outputShape: [2 * height, 2 * width],
    packedInputs: true,
    packedOutput: true,
    customUniforms: UNIFORMS,
    userCode: code,
  },
});

export interface Card {
  /** A sheet of `width` x `height` tiles. `texels` is [height, width, 4]. */
  upload(width: number, height: number, texels: Float32Array): Sheet;
  /** Gives `sheet` new contents of its old size. */
  overwrite(sheet: Sheet, texels: Float32Array): void;
  run(launch: Launch, sheets: Sheets, uniforms: Uniforms): Sheet;
  /** Runs `launches` in order and frees all they made but the sheet named `kept`. */
  play(launches: readonly Launch[], given: Sheets, kept: string, uniforms: Uniforms): Sheet;
  /** The matrix row by row. [2 height, 2 width] */
  read(sheet: Sheet): Promise<Float32Array>;
  free(sheet: Sheet): void;
}

export function makeCard(backend: MathBackendWebGL): Card {
  function overwrite({ dataId, shape: [rows, columns] }: Sheet, texels: Float32Array): void {
    const texture = backend.getTexture(dataId);
    backend.gpgpu.uploadDenseMatrixToTexture(texture, columns / 2, rows / 2, texels);
  }
  const free = (sheet: Sheet): void => backend.disposeIntermediateTensorInfo(sheet);
  const run: Card["run"] = ({ program, reads }, sheets, { slot, correction }) =>
    backend.compileAndRun(
      program,
      reads.map((name) => sheets[name]),
      "float32",
      [[slot], [...correction]],
    );
  return {
    upload(width, height, texels) {
      const sheet = backend.makeTensorInfo([2 * height, 2 * width], "float32");
      backend.texData.get(sheet.dataId).isPacked = true;
      overwrite(sheet, texels);
      return sheet;
    },
    overwrite,
    run,
    play(launches, given, kept, uniforms) {
      const sheets: Record<string, Sheet> = { ...given };
      for (const launch of launches) {
        const before = sheets[launch.output];
        sheets[launch.output] = run(launch, sheets, uniforms);
        if (before && before !== given[launch.output]) free(before);
      }
      for (const [name, sheet] of Object.entries(sheets))
        if (name !== kept && sheet !== given[name]) free(sheet);
      return sheets[kept];
    },
    read: async ({ dataId }) => Float32Array.from((await backend.read(dataId)) as Float32Array),
    free,
  };
}
