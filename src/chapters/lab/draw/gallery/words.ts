/** @file Letters and words. */
import { ruled } from "./example";

const MORSE =
  "A.- B-... C-.-. D-.. E. F..-. G--. H.... I.. J.--- K-.- L.-.. M-- N-. O--- P.--. Q--.- R.-. S... T- U..- V...- W.-- X-..- Y-.-- Z--..";

export const morse = ruled(
  {
    label: "begins in Morse",
    sentence:
      "The Morse code of x is how that of y begins: the tree by which telegraphists learnt to listen.",
    source: "ITU-R M.1677, International Morse code; facts, free to use.",
  },
  MORSE.split(" "),
  ([letter]) => letter,
  (x, y) => y.slice(1).startsWith(x.slice(1)),
);

/** Words by how they end for the ear, shuffled: their spelling tells little. */
const RHYMES: readonly (readonly [word: string, end: string])[] = [
  ["moon", "oon"],
  ["bear", "air"],
  ["light", "ite"],
  ["day", "ay"],
  ["tune", "oon"],
  ["kite", "ite"],
  ["they", "ay"],
  ["chair", "air"],
  ["cat", "at"],
  ["height", "ite"],
  ["spoon", "oon"],
  ["grey", "ay"],
  ["where", "air"],
  ["mat", "at"],
  ["white", "ite"],
  ["share", "air"],
  ["June", "oon"],
  ["weigh", "ay"],
  ["hat", "at"],
  ["night", "ite"],
];

export const rhymes = ruled(
  {
    label: "rhymes with",
    sentence:
      "x rhymes with y, or is y, for twenty English words: five heaps that the ear hears and spelling hides.",
    source: "Our list; how the words sound is in the CMU Pronouncing Dictionary, free to use.",
  },
  RHYMES,
  ([word]) => word,
  ([, x], [, y]) => x === y,
);
