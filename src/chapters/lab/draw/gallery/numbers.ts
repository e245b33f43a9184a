/** @file Relations between whole numbers. */
import { ruled } from "./example";

const TO_THIRTY = Array.from({ length: 30 }, (_, i) => i + 1);

const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));

const source = "Arithmetic; nobody’s property.";

export const divides = ruled(
  {
    label: "divides",
    sentence:
      "x divides y, for the numbers from 1 to 30: an order in which most pairs cannot be compared.",
    source,
  },
  TO_THIRTY,
  String,
  (x, y) => y % x === 0,
);

export const coprime = ruled(
  {
    label: "no common divisor",
    sentence:
      "x and y have no divisor in common but 1: symmetric, not transitive, and all that counts is which primes are in a number.",
    source,
  },
  TO_THIRTY,
  String,
  (x, y) => divisor(x, y) === 1,
);
