/** @file What a speaker may say at each scene, by its id. */
import type { Notes } from "../../kit/live/model/scene";

export const NOTES: Notes = {
  "own-question":
    "Let the room ask: choose two numbers, or draw a line from dot to dot. Then leave the lecture (L) and open “Draw”. The lab takes any relation; ask the room for one, and draw it: the network is trained anew as soon as the brush rests, and what was drawn before comes back with Back. Good first strokes here: take column 0 away and see which law breaks; or close it symmetrically, and it is the question whether one of two numbers divides the other.",
};
