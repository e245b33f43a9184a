/**
 * @file The forward programs: a hidden layer each, then the decoder's output.
 *
 * Sheets: a1, a2, ... are the hidden layers' outputs, a tile two pairs by two units.
 */
import { type Launch, launch } from "./card";
import { feed, input, LOSSES, main, parameters, TANGENT, tileOf } from "./glsl";
import type { Scene } from "./layout";

/** Sheets that layer \`l\`'s input is read from, and the code of a{l}At. */
export function activation(scene: Scene, l: number): { reads: string[]; code: string } {
  if (l === 0) return { reads: ["state", "feed"], code: input(scene) };
  const width = scene.layout.layers[l].inputs;
  return { reads: ["state", `a${l}`], code: parameters(scene) + tileOf(`a${l}`, `a${l}`, width) };
}

export const blockOf = ({ grid, pairs }: Scene, width: number): readonly [number, number] => [
  width * grid.columns,
  pairs * grid.rows,
];

function hidden(scene: Scene, l: number): Launch {
  const { inputs, outputs, weight, bias } = scene.layout.layers[l];
  const { reads, code } = activation(scene, l);
  const body = `
  vec4 sum = parameter(cell, local.x, ${bias}).xyxy;
  for (int i = 0; i < ${inputs}; i++) {
    vec4 a = a${l}At(cell, at.y, i);
    vec4 w = parameter(cell, local.x, ${weight} + i);
    sum += a.xxzz * w.xyxy + a.yyww * w.zwzw;
  }
  setOutput(tangent(sum));`;
  const block = blockOf(scene, outputs);
  return launch(`a${l + 1}`, block, reads, code + TANGENT + main(outputs, scene.pairs, body));
}

export const hiddenLayers = (scene: Scene): Launch[] =>
  scene.layout.layers.slice(0, -1).map((_, l) => hidden(scene, l));

/** GLSL of z, the decoder's output before the sigmoid, of the two pairs of row at.y. */
export function outputCode({ layout: { layers } }: Scene): string {
  const l = layers.length - 1;
  const { inputs, weight, bias } = layers[l];
  return `
  vec2 z = vec2(parameter(cell, 0, ${bias}).x);
  for (int i = 0; i < ${inputs}; i++) {
    vec4 a = a${l}At(cell, at.y, i);
    vec4 w = parameter(cell, i, ${weight});
    z += vec2(dot(a.xy, w.xy), dot(a.zw, w.xy));
  }`;
}

/**
 * Judges every pair: sheet \`verdict\`, (right, loss) of two pairs a tile; then \`tally\`, one tile a
 * replica: right on train, right on test, loss on train, loss on test. A pair's weight in \`feed\` is
 * 1 on train, 0 on test and -1 where there is none.
 */
export function measuring(scene: Scene): Launch[] {
  const { layout, grid, pairs, loss } = scene;
  const { reads, code } = activation(scene, layout.layers.length - 1);
  const judged = `${outputCode(scene)}
  vec4 t = answers(cell, at.y);
  vec2 right = vec2(equal(greaterThan(z, vec2(0.0)), greaterThan(t.xz, vec2(0.5))));
  vec2 lost = value(z, t.xz);
  setOutput(vec4(right.x, lost.x, right.y, lost.y));`;
  const head = reads.includes("feed") ? code : code + feed(scene);
  const verdict = launch(
    "verdict",
    blockOf(scene, 1),
    [...new Set([...reads, "feed"])],
    head + LOSSES[loss] + main(1, pairs, judged),
  );
  const counted = `
  vec4 total = vec4(0.0);
  for (int first = 0; first < ${pairs}; first += 32) {
    vec4 sum = vec4(0.0);
    for (int b = first; b < min(first + 32, ${pairs}); b++) {
      int row = cell.y * ${pairs} + b;
      vec4 v = texelFetch(verdict, ivec2(cell.x, row), 0);
      vec2 w = answers(cell, row).yw;
      vec2 train = vec2(greaterThan(w, vec2(0.5)));
      vec2 test = vec2(equal(w, vec2(0.0)));
      sum += vec4(dot(v.xz, train), dot(v.xz, test), dot(v.yw, train), dot(v.yw, test));
    }
    total += sum;
  }
  setOutput(total);`;
  const tally = launch(
    "tally",
    [grid.columns, grid.rows],
    ["verdict", "feed"],
    feed(scene) + main(1, 1, counted),
  );
  return [...hiddenLayers(scene), verdict, tally];
}
