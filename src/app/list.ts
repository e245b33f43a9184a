/** @file The chapters, one line each: nothing else outside their folders names them. */
export { data } from "../chapters/data";
export { depth } from "../chapters/depth";
export { lab } from "../chapters/lab";
export { pairs } from "../chapters/pairs";
export { phases } from "../chapters/phases";
export { repons } from "../chapters/repons";
export { twoRepons } from "../chapters/two-repons";
