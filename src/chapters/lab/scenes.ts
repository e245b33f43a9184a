/** @file The scenes of the lab: a question that the paper does not ask. */
import { packMatrix } from "../../experiment/matrix";
import type { Scene } from "../../kit/live/model/scene";
import { LAB_PART } from "./model/choices";

/** The numbers from 0. */
const NUMBERS = 24;

/** Whether some whole number times x is y. */
const divides = (x: number, y: number): boolean => (x === 0 ? y === 0 : y % x === 0);

const DIVIDES = packMatrix(
  Uint8Array.from({ length: NUMBERS ** 2 }, (_, pair) =>
    divides(Math.floor(pair / NUMBERS), pair % NUMBERS) ? 1 : 0,
  ),
);

export const SCENES: readonly Scene[] = [
  {
    id: "own-question",
    title: "A question of your own",
    settings: { relation: "custom", n: NUMBERS, matrix: DIVIDES },
    at: 1000,
    parts: { lab: { ...LAB_PART.initial, bench: "ask", x: 3, y: 12 } },
    points: "repon",
    sentence:
      "Does x divide y? For the numbers from 0 to 23, drawn cell by cell: row 1 is full, for 1 divides every number, and so is column 0, for every number divides 0. It is reflexive, antisymmetric and transitive at once, which no class of the paper is; the [[repon|dots]] look for their places all the same. The line asks whether 3 divides 12.",
  },
];
