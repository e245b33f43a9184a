/** @file What a speaker may say at each scene, by its id. */
import type { Notes } from "../../kit/live/model/scene";

export const NOTES: Notes = {
  spring:
    "The theory is started from the real network at this step: its decoder, made linear halfway between the two. Press a point of the map below to take another pair.",
  "not-adam":
    "A limit of the theory that the paper states: it is about gradient descent. Compare the correlations with those of the scene before.",
};
