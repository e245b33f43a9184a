/**
 * @file What stands around the cells of a phase diagram: ticks at decades and the axes' names.
 */
import { powerText } from "./chart";
import type { PlacedText } from "./pairWords";
import type { Bands, GridLayout } from "./phaseGridLayout";

interface Label {
  readonly at: number;
  readonly text: string;
}

const plain = (value: number): string => String(Number(value.toPrecision(3)));

/** Whether a value written with four digits is a power of ten. */
const isDecade = (value: number): boolean =>
  Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-3;

/** A label for each decade of a log axis, or where there are too few, and elsewhere, for each cell. */
export function ticksOf({ axis, middles, size }: Bands, least: number): Label[] {
  const { values, log, zero } = axis;
  const decades = log ? values.filter((value) => value > 0 && isDecade(value)).length : 0;
  const every = Math.max(1, Math.ceil(least / size));
  return values.flatMap((value, i): Label[] => {
    const at = middles[i];
    if (log && value === 0) return [{ at, text: zero ?? "0" }];
    if (decades > 1) return isDecade(value) ? [{ at, text: powerText(value) }] : [];
    return i % every === 0 ? [{ at, text: plain(value) }] : [];
  });
}

/** All words around the cells. The name of the upright axis stands at its top, in one line. */
export function groundTexts(
  { x, y, left, right, top, bottom }: GridLayout,
  size: number,
): (PlacedText & { readonly turn?: boolean })[] {
  return [
    ...ticksOf(x, 44 * size).map(
      ({ at, text }): PlacedText => ({
        kind: "tick",
        text,
        x: at,
        y: bottom + 17 * size,
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
      y: bottom + 38 * size,
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
