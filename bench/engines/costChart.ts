/**
 * @file docs/cost.svg: time of a step over the work in it, both on logarithmic axes.
 */
import {
  line,
  scaleLog,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from "d3";
import type { Knob } from "./costs";
import type { StepCost } from "./costTable";

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 64;
const RIGHT = 130;
const TOP = 40;
const BOTTOM = 48;

const KNOBS = {
  n: { words: "elements n", colour: "#0072b2", mark: symbolCircle },
  width: { words: "width", colour: "#d55e00", mark: symbolSquare },
  depth: { words: "hidden layers", colour: "#009e73", mark: symbolTriangle },
  batch: { words: "batch", colour: "#8a4f7d", mark: symbolDiamond },
} as const satisfies Readonly<Record<Knob, object>>;

/** Microseconds. */
const timeOf = ({ steps }: StepCost): number => 1e6 / steps;

const decades = (from: number, to: number): number[] =>
  Array.from(
    { length: Math.round(Math.log10(to / from)) + 1 },
    (_, i) => 10 ** (Math.round(Math.log10(from)) + i),
  );

/** Whole decades around `values`. */
const around = (values: readonly number[]): [number, number] => [
  10 ** Math.floor(Math.log10(Math.min(...values))),
  10 ** Math.ceil(Math.log10(Math.max(...values))),
];

const told = (value: number): string => new Intl.NumberFormat("en").format(value);

/** The places of work (operations) and of time (microseconds), in pixels. */
function costScales(found: readonly StepCost[]) {
  const x = scaleLog(around(found.map(({ work }) => work)), [LEFT, WIDTH - RIGHT]);
  const y = scaleLog(around(found.map(timeOf)), [HEIGHT - BOTTOM, TOP]);
  return { x, y };
}

/** An SVG on its own ground, for light and dark pages alike. */
export function costChart(found: readonly StepCost[]): string {
  const { x, y } = costScales(found);
  const usual = found.find(({ share }) => share === 1);
  const [low, high] = x.domain();
  const ticks = [
    ...decades(low, high).map(
      (value) =>
        `<path d="M${x(value)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#ddd"/><text x="${x(value)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${told(value / 1e6)}</text>`,
    ),
    ...decades(...(y.domain() as [number, number])).map(
      (value) =>
        `<path d="M${LEFT} ${y(value)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${told(value)}</text>`,
    ),
  ];
  const even = usual ? evenCost(usual, x, y) : "";
  const series = (Object.keys(KNOBS) as Knob[]).map((knob, i) => {
    const { words, colour, mark } = KNOBS[knob];
    const own = found.filter((cost) => cost.knob === knob).sort((a, b) => a.work - b.work);
    const path = line<StepCost>(
      (cost) => x(cost.work),
      (cost) => y(timeOf(cost)),
    )(own);
    const shape = symbol(mark, 60)();
    const marks = own.map(
      (cost) =>
        `<path class="${knob}" d="${shape}" transform="translate(${x(cost.work)} ${y(timeOf(cost))})" fill="${colour}"/>`,
    );
    const at = TOP + 16 + 22 * i;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${marks.join("")}
<path d="${shape}" transform="translate(${WIDTH - RIGHT + 18} ${at - 4})" fill="${colour}"/><text x="${WIDTH - RIGHT + 30}" y="${at}">${words}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#333" role="img">
<title>Time of a step over the work in it</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${ticks.join("\n")}
${even}
${series.join("\n")}
<path d="M${WIDTH - RIGHT + 10} ${TOP + 104}h16" stroke="#888" stroke-dasharray="5 4"/><text x="${WIDTH - RIGHT + 30}" y="${TOP + 108}">as the default</text>
<text x="${LEFT}" y="${TOP - 18}">microseconds of a processor for one step</text>
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">million operations in the products of one step</text>
</svg>
`;
}

/** What a step would cost if every operation cost what it does in the default run. */
function evenCost(usual: StepCost, x: Scale, y: Scale): string {
  const [least, most] = y.domain().map((time) => (time * usual.work) / timeOf(usual));
  const ends = [Math.max(least, x.domain()[0]), Math.min(most, x.domain()[1])];
  const place = (work: number) => `${x(work)} ${y((work * timeOf(usual)) / usual.work)}`;
  return `<path class="even" d="M${ends.map(place).join("L")}" fill="none" stroke="#888" stroke-dasharray="5 4"/>`;
}

type Scale = ReturnType<typeof scaleLog<number>>;
