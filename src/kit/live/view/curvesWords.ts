/**
 * @file The words at the curves: names and values at their ends, values at the displayed step, names
 * of the lines of reference.
 */
import { bisectRight } from "d3";
import type { Layer } from "../../draw/chart";
import { placeMarks } from "../../draw/marks";
import { type PlacedText, placeTexts } from "../../draw/placedText";
import { stack } from "../../draw/stack";
import type { CurvesData, Series } from "./curvesLayout";
import { type Layout, last, valueText } from "./curvesLayout";

/** The value shown at `step`: that of the last point not after it. */
export function valueAt({ steps, values }: Series, step: number): number | null {
  const i = bisectRight(steps as number[], step) - 1;
  return i < 0 ? null : values[i];
}

/** At the height of its middle. */
interface Word extends PlacedText {
  readonly kind: "curve" | "ghost" | "value" | "reference";
  readonly anchor: "start" | "end";
}

/** Height of a line of words, px at size 1. */
const LINE = 15;

const extent = ({ anchor, text, x }: Word, size: number): readonly [number, number] => {
  const width = 7 * size * text.length;
  return anchor === "start" ? [x, x + width] : [x - width, x];
};

/** Words that stand over one another are moved apart; the others stay at their heights. */
function apart(words: readonly Word[], { top, bottom, size }: Layout): Word[] {
  const groups: { from: number; to: number; words: Word[] }[] = [];
  for (const word of words) {
    let [from, to] = extent(word, size);
    const group = [word];
    for (let g = groups.length - 1; g >= 0; g--) {
      const other = groups[g];
      if (other.to < from || other.from > to) continue;
      from = Math.min(from, other.from);
      to = Math.max(to, other.to);
      group.unshift(...other.words);
      groups.splice(g, 1);
    }
    groups.push({ from, to, words: group });
  }
  return groups.flatMap(({ words: group }) => {
    const heights = stack(
      group.map(({ y }) => y),
      LINE * size,
      top + 2,
      bottom - 2,
    );
    return group.map((word, i) => ({ ...word, y: heights[i] }));
  });
}

export function drawWords(layer: Layer, data: CurvesData, layout: Layout): void {
  const { series, cursor, y, references } = data;
  const { right, left, size, toX, toY } = layout;
  const shown = series.filter(({ steps }) => steps.length > 0);
  const past = cursor !== null && shown.some((s) => !s.ghost && cursor < last(s.steps));
  const atEnds = shown.map((s): Word => {
    const value = valueText(last(s.values), y);
    return {
      kind: s.ghost ? "ghost" : "curve",
      text: s.ghost || past ? s.label : `${s.label} ${value}`,
      colour: s.colour,
      x: toX(last(s.steps)) + 8,
      y: toY(last(s.values)),
      anchor: "start",
    };
  });
  const named = references.flatMap(({ value, label }): Word[] =>
    label ? [{ kind: "reference", text: label, x: right + 8, y: toY(value), anchor: "start" }] : [],
  );
  const dots = shown.flatMap((s) => {
    const value = cursor === null || s.ghost ? null : valueAt(s, cursor);
    return value === null ? [] : [{ colour: s.colour, value, y: toY(value) }];
  });
  const x = toX(cursor ?? 1);
  const leftwards = x > left + 50 * size;
  const values = (past ? dots : []).map(
    ({ colour, value, y: height }): Word => ({
      kind: "value",
      text: valueText(value, y),
      colour,
      x: leftwards ? x - 8 : x + 8,
      y: height,
      anchor: leftwards ? "end" : "start",
    }),
  );
  const r = 3.5 * size;
  placeMarks(layer, "circle", dots, (dot) => ({
    style: `--of: ${dot.colour}`,
    r,
    cx: x,
    cy: dot.y,
  }));
  placeTexts(
    layer,
    apart([...atEnds, ...named, ...values], layout).map((word) => ({
      ...word,
      y: word.y + 4.5 * size,
    })),
  );
}
