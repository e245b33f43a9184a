/**
 * @file What stands around the cells of a phase diagram: ticks at decades and the axes' names.
 */
import { powerText, type Tick } from "../../../kit/draw/chart";
import type { PlacedText } from "../../../kit/draw/placedText";
import { type Bands, bandsOf, type GridAxis, type GridLayout } from "./gridLayout";

/** "0.75", "20", "5.6·10^{−4}". */
function plain(value: number): string {
  if (value === 0 || (Math.abs(value) >= 0.01 && Math.abs(value) < 10_000))
    return String(Number(value.toPrecision(3)));
  const [digits, power] = value.toExponential(1).split("e");
  return `${digits.replace(".0", "")}·10^{${power.replace("+", "").replace("-", "−")}}`;
}

/** Whether a value written with four digits is a power of ten. */
const isDecade = (value: number): boolean =>
  Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-3;

/** A label for each decade of a log axis; where those are few, and elsewhere, for each cell with room. */
export function ticksOf({ axis, middles, size }: Bands, least: number): Tick[] {
  const { values, log, zero } = axis;
  const decades = log ? values.filter((value) => value > 0 && isDecade(value)).length : 0;
  const enough = decades > 2 || (decades === 2 && values.length <= 5);
  const every = Math.max(1, Math.ceil(least / size));
  return values.flatMap((value, i): Tick[] => {
    const at = middles[i];
    if (log && value === 0) return [{ at, text: zero ?? "0" }];
    if (enough) return isDecade(value) ? [{ at, text: powerText(value) }] : [];
    return i % every === 0
      ? [{ at, text: log && isDecade(value) ? powerText(value) : plain(value) }]
      : [];
  });
}

/** Width of rich text, about; raised and lowered parts are narrower, and marks of them take none. */
export const widthOf = (text: string, size: number): number =>
  text.replace(/[_^{}]/g, "").length * 6.6 * size;

/** Room that the ticks of an upright axis need. */
export const tickRoom = (axis: GridAxis, size: number): number =>
  Math.max(
    ...ticksOf(bandsOf(axis, 0, Number.MAX_SAFE_INTEGER), 0).map(({ text }) => widthOf(text, size)),
    0,
  );

/** All words around the cells. The name of the upright axis stands at its top, in one line. */
export function groundTexts(
  { x, y, left, right, top, bottom, below }: GridLayout,
  size: number,
): PlacedText[] {
  return [
    ...ticksOf(x, 56 * size).map(
      ({ at, text }): PlacedText => ({
        kind: "tick",
        text,
        x: at,
        y: bottom + below + 17 * size,
        anchor: "middle",
      }),
    ),
    ...ticksOf(y, 15 * size).map(
      ({ at, text }): PlacedText => ({
        kind: "tick",
        text,
        x: left - 8,
        y: at + 4.5 * size,
        anchor: "end",
      }),
    ),
    {
      kind: "axis",
      text: x.axis.name,
      x: (left + right) / 2,
      y: bottom + below + 38 * size,
      anchor: "middle",
    },
    {
      kind: "axis",
      text: y.axis.name,
      x: 14 * size,
      y: (top + bottom) / 2,
      anchor: "middle",
      turn: true,
    },
  ];
}
