/**
 * @file Pictures of the map of the page.
 */
import { type MapChapter, networkMap } from "../../../src/app/map/map";
import type { Figure } from "../../gallery/figure";

export const CHAPTERS: readonly Omit<MapChapter, "number" | "current">[] = [
  {
    id: "repons",
    title: "Repons",
    claim: "Like elements meet when the network has understood.",
    place: "repons",
  },
  {
    id: "data",
    title: "How much data?",
    claim: "One sample says at most one bit about a relation.",
    place: "data",
  },
  {
    id: "complexity",
    title: "How complex?",
    claim: "A decoder can be too shallow and too deep.",
    place: "decoder",
  },
  {
    id: "pair",
    title: "Two repons",
    claim: "A spring that weakens as the decoder learns.",
    place: "repons",
  },
  {
    id: "versus",
    title: "Theory meets network",
    claim: "The same equations, laid over a live run.",
    place: "whole",
  },
  {
    id: "phases",
    title: "Phases",
    claim: "Who moves faster decides what is learnt.",
    place: "rates",
  },
  { id: "lab", title: "Lab", claim: "Every knob, and a relation of your own.", place: "whole" },
];

const still = (title: string, size: Figure["size"], count: number): Figure => ({
  title,
  size,
  // The way through the page: no numbers.
  table: null,
  draw(root) {
    const view = networkMap(root, { onOpen: (id) => show(id) });
    const show = (open: string) =>
      view.update({
        chapters: CHAPTERS.slice(0, count).map((chapter, i) => ({
          ...chapter,
          number: i + 1,
          current: chapter.id === open,
        })),
      });
    show("repons");
    return view.destroy;
  },
});

export const networkMapFigures: Readonly<Record<string, Figure>> = {
  mapSeven: still("seven chapters", [880, 620], 7),
  mapOne: still("one chapter", [880, 460], 1),
  mapFour: still("four chapters", [640, 560], 4),
  mapSmall: still("small", [320, 1100], 7),
};
