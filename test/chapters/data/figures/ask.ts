/** @file Ten numbers to ask about, and those who ask, made up, of four elements; three repons on a line. */
import { type AskMatrixData, askMatrix } from "../../../../src/chapters/data/view/askMatrix";
import { type AskRaceData, askRace } from "../../../../src/chapters/data/view/askRace";
import { askTable, raceTable } from "../../../../src/chapters/data/view/askTables";
import { type IdealLineData, idealLine } from "../../../../src/chapters/data/view/idealLine";
import { idealLineTable } from "../../../../src/chapters/data/view/idealLineTable";
import type { Figure } from "../../../gallery/figure";

/** 0 < 1 and 1 < 2 were asked; 0 < 2 follows from the last, with the other side of both. */
export const fourAsked: AskMatrixData = {
  n: 4,
  value: [0, 1, 1, 2, 0, 0, 1, 2, 0, 0, 0, 2, 2, 2, 2, 0],
  status: [
    ["follows", "asked", "follows", "open"],
    ["follows", "follows", "asked", "open"],
    ["follows", "follows", "follows", "open"],
    ["open", "open", "open", "follows"],
  ].flat() as AskMatrixData["status"],
  fresh: [2, 8, 9],
  best: 7,
  yes: [0, 1, 1, 0.75, 0, 0, 1, 0.5, 0, 0, 0, 0.25, 0.25, 0.5, 0.75, 0],
  worth: [0, 0, 0, 0.81, 0, 0, 0, 1, 0, 0, 0, 0.81, 0.81, 1, 0.81, 0],
  summary: "2 questions: 8 pairs follow, 6 are left open.",
};

export const raced: AskRaceData = {
  pairs: 16,
  total: 4.6,
  askers: [
    {
      name: "best",
      label: "the best pair each time",
      questions: 4.7,
      error: 0.1,
      bits: Float64Array.of(0, 1, 2, 3, 4, 4.6),
    },
    {
      name: "open",
      label: "any pair that is still open",
      questions: 5.1,
      error: 0.2,
      bits: Float64Array.of(0, 0.9, 1.9, 2.9, 3.8, 4.4, 4.6),
    },
    {
      name: "chance",
      label: "pairs as chance brings them",
      questions: 12,
      error: 0.4,
      bits: Float64Array.from({ length: 15 }, (_, q) => 4.6 * (1 - (1 - q / 14) ** 2)),
    },
  ],
  own: Float64Array.of(0, 1, 2.6),
  open: 6,
  summary: "Of 16 pairs it takes to know all: made up.",
};

export const three: IdealLineData = { step: 0.22, threshold: 0.1, summary: "Not transitive." };

export const askFigures: Readonly<Record<string, Figure>> = {
  askMatrix: {
    title: "ten numbers to ask about",
    size: [300, 340],
    table: () => askTable(fourAsked),
    draw(root) {
      const view = askMatrix(root, { onAsk: () => {} });
      view.update(fourAsked);
      return view.destroy;
    },
  },
  askRace: {
    title: "those who ask",
    size: [380, 300],
    table: () => raceTable(raced),
    draw(root) {
      const view = askRace(root, {});
      view.update(raced);
      return view.destroy;
    },
  },
  idealLine: {
    title: "three repons and a threshold",
    size: [340, 160],
    table: () => idealLineTable(three),
    draw(root) {
      const view = idealLine(root, {});
      view.update(three);
      return view.destroy;
    },
  },
};
