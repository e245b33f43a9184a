/**
 * @file `fuzz=SEED` in a link: a hand that does anything, many times a frame. Every action is drawn from the seed and
 * its number; what it meets is whatever is on the screen then. What goes wrong is said on the console.
 */
import { arrive } from "../../kit/live/model/actions";
import type { Link } from "../../kit/live/model/link";
import type { Store } from "../../kit/live/model/store";
import { type Chance, chanceOf } from "./chance";
import { stayHere } from "./guard";
import { drag, hover, press, scroll, touch, wheel } from "./pointers";
import { bring, fill, key } from "./typing";
import { wrongOnScreen } from "./watch";

/** Actions, and how often each is done among all. */
const ACTIONS: readonly (readonly [action: (chance: Chance) => string, share: number])[] = [
  [press, 0.3],
  [key, 0.18],
  [fill, 0.15],
  [drag, 0.13],
  [touch, 0.08],
  [wheel, 0.06],
  [hover, 0.04],
  [scroll, 0.04],
  [bring, 0.02],
];

/** Between two frames: as many as a page can hear and still be drawn. */
const PER_FRAME = 40;
/** After so many the page is where it was at first, so that its chapter is what is met most. */
const LEG = 250;
/** So many actions are told where something is wrong. */
const TOLD = 12;

function anyAction(chance: Chance): string {
  let share = chance.share();
  const found = ACTIONS.find(([, part]) => {
    share -= part;
    return share < 0;
  });
  return (found ?? ACTIONS[0])[0](chance);
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Back to where the page was opened, with nothing over it. */
function goHome(store: Store, home: Link): void {
  for (const dialog of document.querySelectorAll("dialog")) dialog.close();
  arrive(store, home);
}

async function run(store: Store, home: Link, seed: number, actions: number): Promise<void> {
  const root = document.documentElement;
  const done: string[] = [];
  let told = "";
  for (let action = 0; action < actions; action++) {
    done.push(`${action} ${anyAction(chanceOf(seed, action))}`);
    if (done.length > TOLD) done.shift();
    // React draws what a press has changed before the next one.
    await null;
    if (action % LEG === LEG - 1) goHome(store, home);
    if (action % PER_FRAME !== PER_FRAME - 1) continue;
    await nextFrame();
    root.dataset.fuzzed = `${seed} ${action + 1}`;
    const wrong = wrongOnScreen(document.body);
    if (wrong !== null && wrong !== told)
      console.error(`fuzz ${seed}: on the screen: ${wrong}\nafter ${done.join("; ")}`);
    told = wrong ?? "";
  }
  goHome(store, home);
  root.dataset.fuzzed = `${seed} done`;
}

/** Begins what the link says, and anew whenever an address says another seed. */
export function bindFuzz(store: Store): void {
  stayHere();
  let begun: string | undefined;
  const begin = () => {
    const { link } = store.getState();
    if (link.fuzz === undefined || link.fuzz === begun) return;
    begun = link.fuzz;
    const [seed, actions = Infinity] = link.fuzz.split(" ").map(Number);
    void run(store, link, seed, actions);
  };
  begin();
  store.subscribe(begin);
}
