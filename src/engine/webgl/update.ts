/**
 * @file The program of one update. Sheet \`state\`: parameters, first and second moments, one plane
 * below the other; \`rates\`: (encoder rate, decoder rate, decoder decay) of each replica.
 */
import type { Settings } from "../../experiment/params";
import { BETA1, BETA2, EPSILON } from "../reference/optimiser";
import { type Launch, launch } from "./card";
import { main } from "./glsl";
import type { Scene } from "./layout";

const ADAM = `
  m = ${BETA1} * m + ${1 - BETA1} * g;
  v = ${BETA2} * v + ${1 - BETA2} * g * g;
  p -= rate * (m / correction.x) / (sqrt(v / correction.y) + ${EPSILON});`;
const SHRINK = "p -= rate * decay * p;";

/** From p, m, v and the gradient g of one tile to their successors; as reference/optimiser.ts. */
const RULES: Record<Settings["optimiser"], string> = {
  adam: `g += decay * p; ${ADAM}`,
  adamw: `${SHRINK} ${ADAM}`,
  gd: `${SHRINK} p -= rate * g;`,
};

export function update({ layout, grid, optimiser }: Scene): Launch {
  const { width, height, dimensions } = layout;
  const plane = height * grid.rows;
  const body = `
  int plane = at.y / ${plane};
  ivec2 home = at - ivec2(0, plane * ${plane});
  int rule = home.y % ${height};
  vec4 p = texelFetch(state, home, 0);
  vec4 m = texelFetch(state, home + ivec2(0, ${plane}), 0);
  vec4 v = texelFetch(state, home + ivec2(0, ${2 * plane}), 0);
  vec4 g = texelFetch(gradient, home, 0);
  vec4 own = texelFetch(rates, home / ivec2(${width}, ${height}), 0);
  bool encoder = rule < ${dimensions};
  float rate = encoder ? own.x : own.y;
  float decay = encoder ? 0.0 : own.z;
  ${RULES[optimiser]}
  setOutput(plane == 0 ? p : plane == 1 ? m : v);`;
  return launch(
    "state",
    [width * grid.columns, 3 * plane],
    ["state", "gradient", "rates"],
    main(width, height, body),
  );
}
