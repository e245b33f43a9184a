/** @file Faults of scenes, of what is stored for them, of playing again and of the deck. */
import type { Mutant } from "../../scripts/mutant";

const ARRIVE = "test/kit/live/model/arrive.test.ts";
const STORED = "test/run/storedRun.test.ts";
const PLAYER = "test/kit/live/model/player.test.ts";
const SCENES = "test/app/scenes.test.ts";
const DECK = "test/app/lecture/deck.test.ts";

export const SCENES_TOLD: readonly Mutant[] = [
  {
    file: "src/run/pace.ts",
    from: "(from + EVEN) * 10 **",
    to: "(from - EVEN) * 10 **",
    what: "log time runs backwards at first",
    tests: ["test/run/pace.test.ts"],
  },
  {
    file: "src/theory/heaps.ts",
    from: "if (apart <= reach)",
    to: "if (apart < reach / 2)",
    what: "points of one heap are counted apart",
    tests: ["test/theory/heaps.test.ts"],
  },
  {
    file: "src/run/storedRun.ts",
    from: "claims.get(step) ===\n",
    to: "claims.get(step) !==\n",
    what: "a moment that was altered is taken for the recorded one",
    tests: [STORED],
  },
  {
    file: "src/kit/live/model/stored.ts",
    from: "steps.findIndex((each) => each > step)",
    to: "steps.findIndex((each) => each >= step)",
    what: "the last row of a stored moment is lost",
    tests: [STORED],
  },
  {
    file: "src/kit/live/model/stored.ts",
    from: "frame.step < step && !kept.has(frame.step)",
    to: "!kept.has(frame.step)",
    what: "a stored moment shows what came after it",
    tests: [STORED],
  },
  {
    file: "src/kit/live/model/session.ts",
    from: "if (mine === runs) begin(found);",
    to: "begin(found);",
    what: "a recording that comes too late takes the place of another run",
    tests: [ARRIVE],
  },
  {
    file: "src/kit/live/model/session.ts",
    from: "transport.playing && scrub === null && !resting(state)",
    to: "transport.playing && !resting(state)",
    what: "a run trains on while its past is played",
    tests: [ARRIVE],
  },
  {
    file: "src/kit/live/model/actions.ts",
    from: "...left(unclaimed(link)),\n        ...namesAfter",
    to: "...unclaimed(link),\n        ...namesAfter",
    what: "a changed knob does not leave the scene",
    tests: [ARRIVE],
  },
  {
    file: "src/kit/live/model/player.ts",
    from: "until < newestStep(state.history)",
    to: "until < 0",
    what: "playing does not stop where it should",
    tests: [PLAYER],
  },
  {
    file: "src/kit/live/model/player.ts",
    from: "next >= newestStep(state.history) ? null : Math.floor(next)",
    to: "Math.floor(next)",
    what: "the end of what is kept is not followed by training",
    tests: [PLAYER],
  },
  {
    file: "src/kit/live/model/codec.ts",
    from: "chapter === base.chapter && alikeBut(parsed.settings, base.settings)",
    to: "chapter === base.chapter",
    what: "a link with another knob still names the scene",
    tests: [SCENES],
  },
  {
    file: "src/kit/live/model/facts.ts",
    from: "steps[row + 1] <= snapshot.step",
    to: "steps[row + 1] < snapshot.step",
    what: "a sentence tells the accuracy of the step before",
    tests: ["test/kit/live/model/facts.test.ts"],
  },
  {
    file: "src/app/lecture/deck.ts",
    from: "if (asks(store.getState())) reveal(store);\n  else open",
    to: "open",
    what: "the answer to a question is passed over",
    tests: [DECK],
  },
  {
    file: "src/app/lecture/deck.ts",
    from: "state.revealed ? at : at - 1",
    to: "at - 1",
    what: "back does not take back an answer",
    tests: [DECK],
  },
];
