/**
 * @file The paper's Figure 1 as the map of the page: a pair of elements goes through encoder and
 * decoder to an answer. Under it the chapters in their order; each lights the part it asks about.
 */
import { select } from "d3";
import { makeStage, showAs } from "../../kit/draw/stage";
import type { View } from "../../kit/draw/view";
import { drawNetwork, type Place } from "./mapScene";
import "./map.css";

export interface MapChapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly claim: string;
  readonly place: Place;
  readonly current: boolean;
}

export interface MapData {
  /** In the order in which they are read. */
  readonly chapters: readonly MapChapter[];
}

export interface MapEvents {
  onOpen?(id: string): void;
}

/** Below this width the parts stand under each other, px. */
const NARROW = 620;

export const networkMap: View<MapData, MapEvents> = (root, events) => {
  const stage = makeStage(root, "map", draw);
  const svg = select(stage.plot).append("svg");
  const cards = document.createElement("nav");
  cards.setAttribute("aria-label", "Chapters");
  stage.caption.append(cards);
  let data: MapData | null = null;
  let pointed: Place | null = null;

  function draw(): void {
    const { width, palette } = stage;
    if (!data || width < 1) return;
    const narrow = width < NARROW * palette.size;
    const chapter = data.chapters.find(({ current }) => current);
    const height = drawNetwork(svg, {
      width,
      narrow,
      palette,
      lit: pointed ?? chapter?.place ?? null,
    });
    stage.plot.style.flex = `0 0 ${height}px`;
  }

  function card({ id, number, title, claim, place, current }: MapChapter): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    if (current) button.setAttribute("aria-current", "page");
    const head = document.createElement("strong");
    const numeral = document.createElement("span");
    numeral.textContent = `${number}`;
    head.append(numeral, title);
    const text = document.createElement("small");
    text.textContent = claim;
    button.append(head, text);
    const light = (at: Place | null) => () => {
      pointed = at;
      draw();
    };
    button.addEventListener("click", () => events.onOpen?.(id));
    for (const kind of ["pointerenter", "focus"]) button.addEventListener(kind, light(place));
    for (const kind of ["pointerleave", "blur"]) button.addEventListener(kind, light(null));
    return button;
  }

  return {
    update(next) {
      if (next === data) return;
      data = next;
      pointed = null;
      showAs(
        svg.node() as SVGSVGElement,
        "Two elements x and y are encoded as repons, the decoder answers with the probability that R(x, y) = 1. Statics: how much data, how complex a decoder. Dynamics: how fast encoder and decoder learn.",
      );
      cards.replaceChildren(...next.chapters.map(card));
      draw();
    },
    destroy: stage.destroy,
  };
};
