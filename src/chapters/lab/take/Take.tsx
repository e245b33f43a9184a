/** @file A bench of the lab. */
import type { Bench } from "../bench";
import { Program } from "./Program";

function Side() {
  return null;
}

export const take: Bench = { title: "Take it away", Side, Main: Program };
