/** @file How the presets ended that the reader has seen played to their end. */
import { reachedOf } from "../../../kit/live/model/reached";
import { verdictOf } from "./fate";
import { presetOf } from "./presets";
import { twoReponsState } from "./store";

export const reached = reachedOf(twoReponsState, ({ setup, at }) => {
  const name = at >= 1 ? presetOf(setup) : null;
  const phase = name === null ? null : verdictOf(setup).phase;
  return name !== null && phase !== null ? { name, phase } : null;
});
