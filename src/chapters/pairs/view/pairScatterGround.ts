/**
 * @file What lies behind a map of pairs: the identity, the zeros, the frame and its words.
 */
import { type ScaleLinear, scaleLinear } from "d3";
import type { Layer } from "../../../kit/draw/chart";
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
  const box = { left, right, top, bottom };
  const [, reach] = toX.domain();
  const power = Math.floor(Math.log10(reach));
  const unit = 10 ** power;
  const ticks = scaleLinear([-reach / unit, reach / unit], [0, 1]).ticks(5);
  const rules = [
    { kind: "identity", x1: toX(-reach), y1: toY(-reach), x2: toX(reach), y2: toY(reach) },
    { kind: "zero", x1: box.left, x2: box.right, y1: toY(0), y2: toY(0) },
    { kind: "zero", x1: toX(0), x2: toX(0), y1: box.top, y2: box.bottom },
  ];
  ground
    .selectAll<SVGLineElement, (typeof rules)[number]>("line")
    .data(rules)
    .join("line")
    .attr("class", ({ kind }) => kind)
    .attr("x1", ({ x1 }) => x1)
    .attr("x2", ({ x2 }) => x2)
    .attr("y1", ({ y1 }) => y1)
    .attr("y2", ({ y2 }) => y2);
  ground
    .selectAll("path")
    .data([0])
    .join("path")
    .attr("d", `M${box.left},${box.top}V${box.bottom}H${box.right}`);
  const sign = (value: number) => String(Number(value.toPrecision(3))).replace("-", "−");
  const scale = power === 0 ? "" : `, × 10^{${String(power).replace("-", "−")}}`;
  placeTexts(ground, [
    ...ticks.map(
      (tick): PlacedText => ({
        kind: "tick",
        text: sign(tick),
        x: toX(tick * unit),
        y: box.bottom + 15 * size,
        anchor: "middle",
      }),
    ),
    ...ticks.map(
      (tick): PlacedText => ({
        kind: "tick",
        text: sign(tick),
        x: box.left - 5,
        y: toY(tick * unit) + 4.5 * size,
        anchor: "end",
      }),
    ),
    {
      kind: "axis-caption",
      text: `change of |r| in the network’s step${scale}`,
      x: box.right,
      y: box.bottom + 31 * size,
      anchor: "end",
    },
    {
      kind: "outside",
      text: note,
      x: box.right,
      y: box.bottom - 8 * size,
      anchor: "end",
    },
    { kind: "exact", text: "exact", x: box.right, y: box.top + 26 * size, anchor: "end" },
    {
      kind: "axis-caption",
      text: `↑ what ${theory} says`,
      x: box.left + 6,
      y: box.top + 10 * size,
      anchor: "start",
    },
  ]);
}
