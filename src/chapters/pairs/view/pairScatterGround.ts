/**
 * @file What lies behind a map of pairs: the identity, the zeros, the frame and its words.
 */
import { type ScaleLinear, scaleLinear } from "d3";
import type { Layer } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { type PlacedText, placeTexts } from "../../../kit/draw/placedText";

interface Words {
  readonly theory: string;
  /** What is not in the frame. */
  readonly note: string;
  readonly size: number;
}

/** Both scales have the same domain, around 0. */
export function drawScatterGround(
  ground: Layer,
  toX: ScaleLinear<number, number>,
  toY: ScaleLinear<number, number>,
  { theory, note, size }: Words,
): void {
  const [left, right] = toX.range();
  const [bottom, top] = toY.range();
  const [, reach] = toX.domain();
  const power = Math.floor(Math.log10(reach));
  const unit = 10 ** power;
  const minus = (value: number) => String(value).replace("-", "−");
  const ticks = scaleLinear([-reach / unit, reach / unit], [0, 1])
    .ticks(5)
    .map((value) => ({ value: value * unit, text: minus(Number(value.toPrecision(3))) }));
  const rules = [
    { class: "identity", x1: toX(-reach), y1: toY(-reach), x2: toX(reach), y2: toY(reach) },
    { class: "zero", x1: left, x2: right, y1: toY(0), y2: toY(0) },
    { class: "zero", x1: toX(0), x2: toX(0), y1: top, y2: bottom },
  ];
  placeMarks(ground, "line", rules, (rule) => rule);
  placeMarks(ground, "path", [`M${left},${top}V${bottom}H${right}`], (d) => ({ d }));
  const scale = power === 0 ? "" : `, × 10^{${minus(power)}}`;
  const step = `change of |r| in the network’s step${scale}`;
  placeTexts(ground, [
    ...ticks.map(
      ({ value, text }): PlacedText => ({
        kind: "tick",
        text,
        x: toX(value),
        y: bottom + 15 * size,
        anchor: "middle",
      }),
    ),
    ...ticks.map(
      ({ value, text }): PlacedText => ({
        kind: "tick",
        text,
        x: left - 5,
        y: toY(value) + 4.5 * size,
        anchor: "end",
      }),
    ),
    { kind: "axis-caption", text: step, x: right, y: bottom + 31 * size, anchor: "end" },
    { kind: "outside", text: note, x: right, y: bottom - 8 * size, anchor: "end" },
    { kind: "exact", text: "exact", x: right, y: top + 26 * size, anchor: "end" },
    { kind: "axis-caption", text: `↑ what ${theory} says`, x: left + 6, y: top + 10 * size },
  ]);
}
