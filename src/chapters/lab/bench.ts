/** @file A bench of the lab: what one does there, as the three columns of the page. */
import type { ComponentType } from "react";

export interface Bench {
  /** What can be done here, as a heading. */
  readonly title: string;
  /** Tools and words, in the narrow column. */
  readonly Side: ComponentType;
  /** The main picture. */
  readonly Main: ComponentType;
  /** What stands beside it; absent where the main picture takes the room. */
  readonly Beside?: ComponentType;
}
