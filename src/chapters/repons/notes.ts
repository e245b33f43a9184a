/** @file What a speaker may say at each scene, by its id. */
import type { Notes } from "../../kit/live/model/scene";

export const NOTES: Notes = {
  strangers:
    "Say what a dot is: the two numbers by which the network knows an element, the paper’s repon. Colours are ours: the network does not see them. Ask the room where the dots will go before you press on; the next press plays it.",
  meet: "This is the picture behind the whole paper: to generalise is to put like elements in like places. Point at one heap, then at its rows in the matrix. The encoder here learns a hundred times faster than the paper’s default; the next scene takes the paper’s.",
  defaults:
    "The honest scene: with the defaults of the paper the clusters of its Figure 1 do not form. The decoder has learnt enough regions to answer well. Keep it for the discussion about what a measure of understanding should measure.",
  memorised:
    "Always answering “no” would be right about two thirds of the pairs: test accuracy here is no better than that. Point at the dashed line of the constant answer in the curves.",
  late: "Weight decay makes learning by heart cost something; the dots get time to find their places. From here go to chapter 6, where every cell of a diagram is such a run.",
};
