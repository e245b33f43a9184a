/**
 * @file GLSL that the programs share.
 *
 * `cell` is a replica's place in the grid, `row` a row of pair tiles in a sheet, `i` a tile of units.
 */
import type { Settings } from "../../experiment/params";
import type { Scene } from "./layout";

export const TANGENT = `
vec4 tangent(vec4 z) {
  vec4 e = exp(-2.0 * abs(z));
  return sign(z) * (1.0 - e) / (1.0 + e);
}`;

const SIGMOID = `
vec2 sigmoid(vec2 z) {
  vec2 e = exp(-abs(z));
  return mix(e, vec2(1.0), step(0.0, z)) / (1.0 + e);
}`;

/** Value of the loss of two pairs and its slope in z (see reference/loss.ts). */
export const LOSSES: Record<Settings["loss"], string> = {
  bce: `${SIGMOID}
vec2 value(vec2 z, vec2 target) {
  vec2 u = (1.0 - 2.0 * target) * z;
  return max(u, 0.0) + log(1.0 + exp(-abs(u)));
}
vec2 slope(vec2 z, vec2 target) {
  vec2 s = 1.0 - 2.0 * target;
  return s * sigmoid(s * z);
}`,
  mse: `${SIGMOID}
vec2 value(vec2 z, vec2 target) {
  vec2 miss = sigmoid(z) - target;
  return miss * miss;
}
vec2 slope(vec2 z, vec2 target) {
  vec2 p = sigmoid(z);
  return 2.0 * (p - target) * p * (1.0 - p);
}`,
};

/** parameter(cell, x, y): a tile of the replica's block. Reads \`state\`. */
export const parameters = ({ layout: { width, height } }: Scene): string => `
vec4 parameter(ivec2 cell, int x, int y) {
  return texelFetch(state, cell * ivec2(${width}, ${height}) + ivec2(x, y), 0);
}`;

/** elements: (left, right) of the row's two pairs; answers: (target, weight) of them. Reads \`feed\`. */
export const feed = ({ grid: { columns } }: Scene): string => `
vec4 elements(ivec2 cell, int row) {
  return texelFetch(feed, ivec2(2 * (slot * ${columns} + cell.x), row), 0);
}
vec4 answers(ivec2 cell, int row) {
  return texelFetch(feed, ivec2(2 * (slot * ${columns} + cell.x) + 1, row), 0);
}`;

const EMBEDDING = `
vec2 embedding(ivec2 cell, float element, int i) {
  int x = int(element);
  vec4 tile = parameter(cell, x / 2, i);
  return x % 2 == 0 ? tile.xz : tile.yw;
}
vec4 embeddings(ivec2 cell, vec2 pair, int i) {
  return vec4(embedding(cell, pair.x, i), embedding(cell, pair.y, i));
}`;

const DIFFERENCE = `
vec4 difference(ivec2 cell, int row, int i) {
  vec4 e = elements(cell, row);
  return embeddings(cell, e.xz, i) - embeddings(cell, e.yw, i);
}`;

/** The decoder's input a0 of two pairs and its slope in the embeddings. */
const COMBINE: Record<Settings["mode"], (dimensions: number) => string> = {
  concat: (dimensions) => `
vec4 a0At(ivec2 cell, int row, int i) {
  vec4 e = elements(cell, row);
  return i < ${dimensions}
    ? embeddings(cell, e.xz, i)
    : embeddings(cell, e.yw, i - ${dimensions});
}
vec4 inputSlope(ivec2 cell, int row, int i) { return vec4(1.0); }`,
  difference: () => `${DIFFERENCE}
vec4 a0At(ivec2 cell, int row, int i) { return difference(cell, row, i); }
vec4 inputSlope(ivec2 cell, int row, int i) { return vec4(1.0); }`,
  "squared-difference": () => `${DIFFERENCE}
vec4 a0At(ivec2 cell, int row, int i) {
  vec4 way = difference(cell, row, i);
  return way * way;
}
vec4 inputSlope(ivec2 cell, int row, int i) { return 2.0 * difference(cell, row, i); }`,
};

/** a0At and inputSlope. Reads \`state\` and \`feed\`. */
export const input = (scene: Scene): string =>
  `${parameters(scene)}${feed(scene)}${EMBEDDING}${COMBINE[scene.mode](scene.layout.dimensions)}`;

/** nameAt(cell, row, i): a tile of a sheet of \`width\` tiles a replica, from column \`first\`. */
export const tileOf = (name: string, sheet: string, width: number, first = 0): string => `
vec4 ${name}At(ivec2 cell, int row, int i) {
  return texelFetch(${sheet}, ivec2(cell.x * ${width} + ${first} + i, row), 0);
}`;

/** Main of a program whose replicas each draw a block: at, cell, and local, its place in the block. */
export const main = (width: number, height: number, body: string): string => `
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 cell = at / ivec2(${width}, ${height});
  ivec2 local = at - cell * ivec2(${width}, ${height});
  ${body}
}`;
