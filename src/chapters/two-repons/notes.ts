/** @file What a speaker may say at each scene, by its id. */
import type { Notes } from "../../kit/live/model/scene";

export const NOTES: Notes = {
  pull: "Everything in this chapter is solved exactly; nothing is trained. Drag either repon, or an axis of the ellipse, and it is played again from there.",
  lost: "The load stands beside the verdict. Ask the room to find, by dragging, a start from which they just meet.",
};
