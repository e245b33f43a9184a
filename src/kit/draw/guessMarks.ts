/**
 * @file Guesses over what is true, in any picture: those of a room pale, half of them in a band about
 * their median, and the reader's own.
 */
import "./guessMarks.css";
import { select } from "d3";
import type { Inside, Layer } from "./chart";
import { onDrag, onGrip, onKey, type Place, placeOn } from "./gestures";
import { placeMarks } from "./marks";
import { type PlacedText, placeTexts } from "./placedText";

/** A guess in numbers; infinite where it says that something never comes. */
export type Numbers = readonly number[];

export interface Guessed {
  readonly own: Numbers | null;
  /** Whether it is being made: it can be moved, and the answer is hidden. */
  readonly open: boolean;
  readonly room: readonly Numbers[];
  readonly spread: {
    readonly low: Numbers;
    readonly median: Numbers;
    readonly high: Numbers;
  } | null;
}

export interface GuessShape {
  /** A guess as a path; empty where it cannot be drawn. */
  readonly way: (numbers: Numbers) => string;
  /** What lies between two of them as a closed path. */
  readonly area: (low: Numbers, high: Numbers) => string;
  /** The name of the reader's own, where it stands; null where there is no room. */
  readonly name: (own: Numbers) => Omit<PlacedText, "kind"> | null;
}

/** Draws guesses at the foot of a layer, under what is taken hold of. */
export function drawGuesses(
  layer: Layer,
  guessed: Guessed | null,
  { way, area, name }: GuessShape,
): void {
  const { own, room, spread } = guessed ?? { own: null, room: [], spread: null };
  const marks = [
    ...room.map((numbers) => ({ class: "room", d: way(numbers) })),
    ...(spread
      ? [
          { class: "half", d: area(spread.low, spread.high) },
          { class: "median", d: way(spread.median) },
        ]
      : []),
    ...(own ? [{ class: "own", d: way(own) }] : []),
  ];
  const ground = layer
    .selectChildren<SVGGElement, number>("g.guesses")
    .data(guessed ? [0] : [])
    .join((enter) => enter.insert("g", ":first-child").attr("class", "guesses"));
  ground.each(function () {
    const group = select(this as SVGGElement);
    placeMarks(group, "path", marks, (mark) => mark);
    const named = own && name(own);
    placeTexts(group, named ? [named] : []);
  });
}

/** Upright lines between two heights, of guesses of one number, each within these edges. */
export function uprightShape(
  toX: (value: number) => number,
  { left, right, top, bottom }: Inside,
  size: number,
): GuessShape {
  const across = (value: number) =>
    value === Infinity ? right : Math.max(left, Math.min(right, toX(value)));
  const at = (value: number) => across(value).toFixed(1);
  return {
    way: ([value]) => `M${at(value)},${top}V${bottom}`,
    area: ([low], [high]) => `M${at(low)},${top}H${at(high)}V${bottom}H${at(low)}Z`,
    name([value]) {
      const late = across(value) > (left + right) / 2;
      return {
        text: value === Infinity ? "you: never" : "you",
        x: across(value) + (late ? -7 : 7) * size,
        y: bottom - 8 * size,
        anchor: late ? "end" : "start",
      };
    },
  };
}

export interface Hold {
  /** Of its grip, CSS pixels. */
  readonly at: Place;
  /** The line that can be taken hold of too. */
  readonly path: string;
  readonly size: number;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The value in words. */
  readonly text: string;
}

export interface HoldEvents {
  readonly onMove: (at: Place) => void;
  /** Returns whether the key means something. */
  readonly onKey: (key: string, shift: boolean) => boolean;
}

/**
 * Something that the reader takes hold of, by pointer or by keys, as the last child of a layer. Returns what
 * places it; null takes it away.
 */
export function makeHold(
  layer: Layer,
  signal: AbortSignal,
  events: HoldEvents,
): (hold: Hold | null) => void {
  function enter(): SVGGElement {
    const group = layer.append("g").attr("class", "guess-hold");
    group.attr("role", "slider").attr("tabindex", 0);
    group.append("path").attr("class", "reach");
    group.append("circle");
    const node = group.node() as SVGGElement;
    const plane = node.ownerSVGElement as SVGSVGElement;
    // The picture under it hears nothing of it.
    const keep = (event: Event) => event.stopPropagation();
    for (const name of ["pointerdown", "click"] as const)
      node.addEventListener(name, keep, { signal });
    onGrip(node, signal);
    onDrag(
      node,
      signal,
      (event) => {
        event.preventDefault();
        node.focus({ preventScroll: true });
      },
      (event) => events.onMove(placeOn(plane, event)),
    );
    onKey(node, signal, ({ key, shiftKey }) => events.onKey(key, shiftKey));
    return node;
  }

  let shown: SVGGElement | null = null;
  return (hold) => {
    if (!hold) {
      shown?.remove();
      shown = null;
      return;
    }
    shown ??= enter();
    const { at, path, size, label, value, min, max, text } = hold;
    const group = select(shown);
    group.select(".reach").attr("d", path);
    group
      .select("circle")
      .attr("cx", at[0])
      .attr("cy", at[1])
      .attr("r", 8 * size);
    group
      .attr("aria-label", label)
      .attr("aria-valuemin", min)
      .attr("aria-valuemax", max)
      .attr("aria-valuenow", value)
      .attr("aria-valuetext", text);
  };
}

/** What a key makes of a number: arrows by `little`, pages and shift by `much`, the ends by Home and End. */
export function keyed(
  key: string,
  shift: boolean,
  at: number,
  {
    ends: [low, high],
    little,
    much,
  }: {
    readonly ends: readonly [number, number];
    readonly little: (at: number, sign: 1 | -1) => number;
    readonly much: (at: number, sign: 1 | -1) => number;
  },
): number | null {
  if (key === "Home") return low;
  if (key === "End") return high;
  const sign = (
    { ArrowRight: 1, ArrowUp: 1, PageUp: 1, ArrowLeft: -1, ArrowDown: -1, PageDown: -1 } as const
  )[key as "ArrowUp"] as 1 | -1 | undefined;
  if (sign === undefined) return null;
  const by = shift || key.startsWith("Page") ? much : little;
  return Math.max(low, Math.min(high, by(at, sign)));
}
