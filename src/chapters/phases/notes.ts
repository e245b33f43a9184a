/** @file What a speaker may say at each scene, by its id. */
import type { Notes } from "../../kit/live/model/scene";

export const NOTES: Notes = {
  rates:
    "Letters are the four phases of Table 4. Let the room place the line before the rules are shown. Press a cell to watch its network.",
  "by-heart":
    "It is the same story as in the first chapter, found again among hundreds of networks. Move along the edge with the arrow keys and watch where the letter changes.",
  "another-relation":
    "The claim of the paper is about the shape of the border, and one exponent for all. Let the table of rules speak.",
};
