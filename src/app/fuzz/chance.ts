/** @file The draws of one action: a pure function of seed and action, however many the actions before it took. */
import { threefry } from "../../theory/random";

export interface Chance {
  /** Uniform in [0, 1). */
  share(): number;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** Uniform among 0..count-1. */
  whole(count: number): number;
  /** One of them; there must be one. */
  of<Thing>(things: ArrayLike<Thing>): Thing;
}

export function chanceOf(seed: number, action: number): Chance {
  let draws = 0;
  const share = () => threefry(seed, action, draws++, 0)[0] / 2 ** 32;
  const whole = (count: number) => Math.floor(share() * count);
  return {
    share,
    whole,
    between: (from, to) => from + share() * (to - from),
    of: (things) => things[whole(things.length)],
  };
}
