/** @file What a speaker may say at each scene, by its id. */
import type { Notes } from "../../kit/live/model/scene";

export const NOTES: Notes = {
  "deep-enough":
    "The depth axis is the number of hidden layers. Press any dot: that very network trains beside the figure.",
  "too-deep":
    "Depth by itself is not the culprit: what matters is that a deep decoder gets ahead of a slow encoder. That is the bridge to the next chapter, where the two race.",
};
