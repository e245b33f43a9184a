/**
 * @file The backward programs: slopes of the loss from the output down to the decoder's input, then
 * the gradient of every parameter.
 *
 * Sheets: g0, g1, ... are slopes in the layers' sums before tanh; \`top\` holds those of the last
 * hidden layer and, in its last column, those in z; \`e\` those in the two embeddings of a pair.
 */
import { type Launch, launch } from "./card";
import { activation, blockOf, outputCode } from "./forward";
import { feed, input, LOSSES, main, parameters, tileOf } from "./glsl";
import type { Scene } from "./layout";

const depthOf = ({ layout }: Scene): number => layout.layers.length - 1;

/** The slope of layer l's input a{l} in what it was made of. */
const inner = (l: number, a: string): string =>
  l === 0 ? `inputSlope(cell, at.y, local.x)` : `(1.0 - ${a} * ${a})`;

/** The output's loss slope, and with it the slopes below the last layer: z is summed anew in each. */
function top(scene: Scene): Launch {
  const depth = depthOf(scene);
  const { inputs, weight } = scene.layout.layers[depth];
  const { reads, code } = activation(scene, depth);
  const body = `${outputCode(scene)}
  vec4 t = answers(cell, at.y);
  vec2 dz = t.yw * slope(z, t.xz);
  if (local.x == ${inputs}) {
    setOutput(vec4(dz.x, 0.0, dz.y, 0.0));
    return;
  }
  vec4 w = parameter(cell, local.x, ${weight});
  vec4 a = a${depth}At(cell, at.y, local.x);
  setOutput(dz.xxyy * w.xyxy * ${inner(depth, "a")});`;
  const head = reads.includes("feed") ? code : code + feed(scene);
  return launch(
    "top",
    blockOf(scene, inputs + 1),
    [...new Set([...reads, "feed"])],
    head + LOSSES[scene.loss] + main(inputs + 1, scene.pairs, body),
  );
}

/** The sheet of the slopes in layer l's sums (in its input for l = -1), and the code to read it. */
function slopes(scene: Scene, l: number): { sheet: string; code: string } {
  const { layers } = scene.layout;
  const depth = depthOf(scene);
  const inTop = layers[depth].inputs + 1;
  const name = l < 0 ? "e" : `g${l}`;
  if (l === depth) return { sheet: "top", code: tileOf(name, "top", inTop, inTop - 1) };
  if (l === depth - 1) return { sheet: "top", code: tileOf(name, "top", inTop) };
  const width = layers[l + 1].inputs;
  return { sheet: name, code: tileOf(name, name, width) };
}

/** From the slopes in layer l's sums to those below its input. */
function back(scene: Scene, l: number): Launch {
  const { inputs, outputs, weight } = scene.layout.layers[l];
  const { reads, code } = activation(scene, l);
  const from = slopes(scene, l);
  const body = `
  vec4 sum = vec4(0.0);
  for (int j = 0; j < ${outputs}; j++) {
    vec4 g = g${l}At(cell, at.y, j);
    vec4 w = parameter(cell, j, ${weight} + local.x);
    sum += g.xxzz * w.xzxz + g.yyww * w.ywyw;
  }
  ${l === 0 ? "" : `vec4 a = a${l}At(cell, at.y, local.x);`}
  setOutput(sum * ${inner(l, "a")});`;
  return launch(
    slopes(scene, l - 1).sheet,
    blockOf(scene, inputs),
    [...reads, from.sheet],
    code + from.code + main(inputs, scene.pairs, body),
  );
}

/** Rows of the parameters' block with one rule for their gradient, up to row \`end\`. */
interface Segment {
  readonly end: number;
  readonly body: string;
}

const overPairs = ({ pairs }: Scene, body: string): string => `
    for (int b = 0; b < ${pairs}; b++) {
      int row = cell.y * ${pairs} + b;
      ${body}
    }`;

/** Each element gathers from the pairs that it is in. */
function embeddingSegment(scene: Scene): Segment {
  const { mode, layout } = scene;
  const right =
    mode === "concat"
      ? `eAt(cell, row, ${layout.dimensions} + local.y)`
      : `-eAt(cell, row, local.y)`;
  const body = overPairs(
    scene,
    `vec4 both = elements(cell, row);
      vec4 here = vec4(equal(both, vec4(2 * local.x)));
      vec4 next = vec4(equal(both, vec4(2 * local.x + 1)));
      if (dot(here + next, vec4(1.0)) > 0.0) {
        vec4 l = eAt(cell, row, local.y);
        vec4 r = ${right};
        sum += vec4(
          here.x * l.x + here.z * l.z + here.y * r.x + here.w * r.z,
          next.x * l.x + next.z * l.z + next.y * r.x + next.w * r.z,
          here.x * l.y + here.z * l.w + here.y * r.y + here.w * r.w,
          next.x * l.y + next.z * l.w + next.y * r.y + next.w * r.w
        );
      }`,
  );
  return { end: layout.dimensions, body };
}

function layerSegments(scene: Scene, l: number): Segment[] {
  const { outputs, weight, bias } = scene.layout.layers[l];
  const a = (i: string) => `vec4 a = a${l}At(cell, row, ${i});`;
  const g = `vec4 g = g${l}At(cell, row, local.x);`;
  const last = l === depthOf(scene);
  const product = last
    ? `${a("local.x")} vec4 g = g${l}At(cell, row, 0); sum.xy += a.xy * g.x + a.zw * g.z;`
    : `${a(`local.y - ${weight}`)} ${g} sum += a.xxyy * g.xyxy + a.zzww * g.zwzw;`;
  const width = last ? scene.layout.layers[l].inputs : outputs;
  const within = (columns: number, body: string) => `if (local.x < ${columns}) {${body}}`;
  return [
    { end: bias, body: within(width, overPairs(scene, product)) },
    { end: bias + 1, body: within(outputs, overPairs(scene, `${g} sum.xy += g.xy + g.zw;`)) },
  ];
}

/** Gradients of layers \`from\` to \`to\`, and of the embedding with layer 0; the rest is \`previous\`. */
function gradientOf(scene: Scene, from: number, to: number): Launch {
  const { layout, grid } = scene;
  const range = layout.layers.map((_, l) => l).slice(from, to);
  const sources = range.map((l) => slopes(scene, l));
  const reads = new Set(["state", "feed", ...sources.map(({ sheet }) => sheet)]);
  for (const l of range) if (l > 0) reads.add(`a${l}`);
  const segments = range.flatMap((l) => layerSegments(scene, l));
  let code = from === 0 ? input(scene) : parameters(scene);
  for (const l of range) if (l > 0) code += tileOf(`a${l}`, `a${l}`, layout.layers[l].inputs);
  for (const source of sources) code += source.code;
  if (from === 0) {
    const inputSlopes = slopes(scene, -1);
    segments.unshift(embeddingSegment(scene));
    code += inputSlopes.code;
    reads.add(inputSlopes.sheet);
  }
  const kept = from === 0 ? "" : "sum = texelFetch(gradient, at, 0);";
  if (from > 0) reads.add("gradient");
  const start = from === 0 ? 0 : layout.layers[from].weight;
  const cases = segments.map(({ end, body }) => `else if (local.y < ${end}) {${body}\n  }`);
  const body = `
  vec4 sum = vec4(0.0);
  if (local.y < ${start}) { ${kept} }
  ${cases.join(" ")}
  setOutput(sum);`;
  return launch(
    "gradient",
    [layout.width * grid.columns, layout.height * grid.rows],
    [...reads],
    code + main(layout.width, layout.height, body),
  );
}

/** WebGL 2 promises sixteen textures a program: so many layers have their gradients in one. */
const LAYERS_IN_ALL = 7;
const LAYERS_AT_A_TIME = 5;

/** The gradient in one program, in several for deep networks. */
function gradients(scene: Scene): Launch[] {
  const count = scene.layout.layers.length;
  if (count <= LAYERS_IN_ALL) return [gradientOf(scene, 0, count)];
  const starts = Array.from({ length: Math.ceil(count / LAYERS_AT_A_TIME) }, (_, k) => k);
  return starts.map((k) =>
    gradientOf(scene, k * LAYERS_AT_A_TIME, Math.min(count, (k + 1) * LAYERS_AT_A_TIME)),
  );
}

export function backwardPass(scene: Scene): Launch[] {
  const depth = depthOf(scene);
  const backs = Array.from({ length: depth }, (_, k) => back(scene, depth - 1 - k));
  return [top(scene), ...backs, ...gradients(scene)];
}
