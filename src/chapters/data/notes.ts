/** @file What a speaker may say at each scene, by its id. */
import type { Notes } from "../../kit/live/model/scene";

export const NOTES: Notes = {
  enough:
    "Let the room draw the curve first: “Guess first” above the chart hides the bound. Then reveal. The sentence to take home: data needed is set by how much there is to know, not by how many pairs there are.",
  "knowing-less":
    "Go back and forth between this scene and the one before: the data are the same, the class that is assumed is not.",
  networks:
    "This is the paper’s Figure 3. The findings below the chart say which of the paper’s claims these networks bear out.",
};
