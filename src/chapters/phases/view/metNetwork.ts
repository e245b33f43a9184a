/** @file A network with how near its classes have come together. */
import type { Meeting } from "../../../theory/meeting";
import type { Phase } from "../../../theory/phase";
import type { Place } from "./grid";

export interface MetNetwork extends Meeting {
  readonly place: Place;
  /** Its knobs and its seed, in words. */
  readonly where: string;
  readonly phase: Phase;
}
