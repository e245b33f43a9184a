/**
 * @file Every network a dot: how far apart two of one class are against two of different ones to the right,
 * the share of elements whose nearest neighbour is alike upwards, in a strip for each phase.
 *
 * Shapes: k networks.
 */
import "./meetings.css";
import { least } from "d3";
import type { Layer } from "../../../kit/draw/chart";
import { onKey, onPoint, placeOn, type Place as Spot } from "../../../kit/draw/gestures";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import type { Place } from "./grid";
import { meetingsFinding, percentOf, sharesByPhase } from "./meetingsFinding";
import { across, drawGround, drawLetters, type Layout, layOut } from "./meetingsGround";
import type { MetNetwork } from "./metNetwork";

export interface MeetingsData {
  /** What is shown, for the accessible name. */
  readonly name: string;
  /** [k] */
  readonly networks: readonly MetNetwork[];
  readonly chosen: Place;
  /** Why there is nothing to show; null where there may be. */
  readonly why: string | null;
}

export interface MeetingsEvents {
  /** The reader goes to this cell by key. */
  onMove?(place: Place): void;
  /** The reader presses this network, or Enter on it. */
  onOpen?(place: Place): void;
}

interface Dot {
  readonly network: MetNetwork;
  readonly strip: number;
  readonly x: number;
  readonly y: number;
}

/** How near the pointer must come, px. */
const REACH = 14;

/** Where all are in one place nothing is nearer than anything else. */
const ratioOf = ({ within, between }: MetNetwork): number => (between > 0 ? within / between : 1);

const same = (a: Place, b: Place): boolean =>
  a.column === b.column && a.row === b.row && a.seed === b.seed;

export const meetings: View<MeetingsData, MeetingsEvents> = (root, events) =>
  makePicture(root, "meetings", (stage, svg, redraw) => prepare(stage, svg, redraw, events), 80);

const say = ({ network }: Dot): string => {
  const { where, phase, alike } = network;
  return `${where}: ${phase}; alike against unlike ${ratioOf(network).toPrecision(2)}, nearest neighbour alike for ${percentOf(alike, 1)}.`;
};

/** The dot that an arrow leads to: along its strip, or to the next strip where it is nearest. */
function next(dots: readonly Dot[], at: Dot | undefined, key: string): Dot | undefined {
  const byX = [...dots].sort((a, b) => a.strip - b.strip || a.x - b.x || a.y - b.y);
  if (!at) return byX[0];
  const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (by !== undefined) {
    const row = byX.filter(({ strip }) => strip === at.strip);
    return row[row.indexOf(at) + by] ?? at;
  }
  const strip = at.strip + (key === "ArrowDown" ? 1 : -1);
  const row = byX.filter((dot) => dot.strip === strip);
  return least(row, ({ x }) => Math.abs(x - at.x)) ?? at;
}

const ARROW = /^Arrow(Up|Down|Left|Right)$/;

function prepare(
  stage: Stage,
  svg: Svg,
  redraw: () => void,
  events: MeetingsEvents,
): (data: MeetingsData) => void {
  svg.attr("role", "group").attr("tabindex", 0);
  const caption = stage.caption.appendChild(document.createElement("span"));
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const grids = layer("strips");
  const references = layer("references");
  const marks = layer("marks");
  const ring = svg.append("circle").attr("class", "ring");
  const letters = layer("letters");
  const words = layer("words");
  let dots: readonly Dot[] = [];
  let cursor: Dot | undefined;
  let pointed: Place | null = null;

  const dotAt = (place: Place | null) =>
    place ? dots.find(({ network }) => same(network.place, place)) : undefined;
  const under = ([px, py]: Spot): Dot | null => {
    const off = ({ x, y }: Dot) => Math.hypot(x - px, y - py);
    const best = least(dots, off);
    return best && off(best) < REACH ? best : null;
  };
  const point = (dot: Dot | null): void => {
    const place = dot?.network.place ?? null;
    if (place === pointed) return;
    pointed = place;
    stage.plot.classList.toggle("pointing", place !== null);
    redraw();
  };
  const node = svg.node() as SVGSVGElement;
  onPoint(node, stage.signal, (spot) => point(spot && under(spot)));
  const press = (event: MouseEvent) => {
    const dot = under(placeOn(node, event));
    if (dot) events.onOpen?.(dot.network.place);
  };
  node.addEventListener("click", press, { signal: stage.signal });
  onKey(node, stage.signal, ({ key }) => {
    if (key === "Enter" && cursor) events.onOpen?.(cursor.network.place);
    if (!ARROW.test(key)) return key === "Enter";
    // The next key may come before the next picture.
    cursor = next(dots, cursor, key);
    point(null);
    if (cursor) {
      events.onMove?.(cursor.network.place);
      stage.say(say(cursor));
    }
    return true;
  });

  return (data) => {
    const { size } = stage.palette;
    const layout = layOut(stage, sharesByPhase(data.networks));
    dots = dotsOf(data.networks, layout);
    cursor = dotAt(data.chosen);
    drawGround(grids, references, words, layout, stage);
    drawLetters(letters, layout, stage);
    placeMarks(marks, "circle", dots, ({ network, x, y }) => ({
      style: `--of: ${stage.palette.phases[network.phase].fill};`,
      cx: x.toFixed(1),
      cy: y.toFixed(1),
      r: 3.6 * size,
    }));
    const target = dotAt(pointed) ?? cursor;
    ring
      .style("display", target ? "" : "none")
      .attr("cx", target?.x ?? 0)
      .attr("cy", target?.y ?? 0)
      .attr("r", 7 * size);
    const finding = data.why ?? meetingsFinding(data.networks);
    const seen = dotAt(pointed);
    const text = seen ? say(seen) : finding;
    if (caption.textContent !== text) caption.textContent = text;
    const label = `${data.name}: every network by phase and by how near its classes have come together. ${finding} ${cursor ? say(cursor) : ""} Arrow keys go from network to network, Enter trains the cell.`;
    if (node.getAttribute("aria-label") !== label) node.setAttribute("aria-label", label);
  };
}

function dotsOf(networks: readonly MetNetwork[], { strips, inside, span }: Layout): Dot[] {
  const x = across(inside);
  return networks.map((network) => {
    const strip = strips.findIndex(({ phase }) => phase === network.phase);
    const [top, bottom] = span(strip);
    return { network, strip, x: x(ratioOf(network)), y: bottom - network.alike * (bottom - top) };
  });
}
