/** @file Pictures of what the recordings say together, with made-up numbers. */

import { evenOdds } from "../../../../src/chapters/phases/view/evenOdds";
import { evenOddsTable } from "../../../../src/chapters/phases/view/evenOddsTable";
import type { EvenOddsData } from "../../../../src/chapters/phases/view/evenRow";
import { type MeetingsData, meetings } from "../../../../src/chapters/phases/view/meetings";
import { meetingsTable } from "../../../../src/chapters/phases/view/meetingsTable";
import type { MetNetwork } from "../../../../src/chapters/phases/view/metNetwork";
import type { Phase } from "../../../../src/theory/phase";
import type { Figure } from "../../../gallery/figure";

export const even: EvenOddsData = {
  rows: [
    {
      id: "one",
      name: "modulo 5",
      training: "batch 64",
      even: { ratio: 5, low: 2, high: 10 },
      why: "",
    },
    {
      id: "two",
      name: "greater-than",
      training: "batch 64",
      even: { ratio: 80, low: 50, high: 300 },
      why: "",
    },
    { id: "three", name: "modulo 3", training: "full batch", even: null, why: "is being fetched" },
  ],
  chosen: "two",
  claimed: 10,
};

const network = (phase: Phase, ratio: number, alike: number, row: number): MetNetwork => ({
  place: { column: 0, row, seed: 0 },
  where: `network ${row}`,
  phase,
  within: 2 * ratio,
  between: 2,
  alike,
});

export const met: MeetingsData = {
  name: "A made-up plane",
  networks: [
    network("generalisation", 0.02, 1, 0),
    network("generalisation", 0.4, 0.9, 1),
    network("generalisation", 0.9, 0.8, 2),
    network("grokking", 0.7, 0.75, 3),
    network("memorisation", 1, 0.5, 4),
    network("memorisation", 1.1, 0.25, 5),
  ],
  chosen: { column: 0, row: 1, seed: 0 },
  why: null,
};

export const recordingFigures: Readonly<Record<string, Figure>> = {
  evenOdds: {
    title: "even odds of every recording",
    size: [620, 420],
    table: () => evenOddsTable(even),
    draw(root) {
      const view = evenOdds(root, {});
      view.update(even);
      return view.destroy;
    },
  },
  meetings: {
    title: "networks by phase and by whether their classes have met",
    size: [620, 480],
    table: () => meetingsTable(met),
    draw(root) {
      const view = meetings(root, {});
      view.update(met);
      return view.destroy;
    },
  },
};
