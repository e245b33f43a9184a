/**
 * @file How often random pairs meet: the ratio of rates to the right on a log axis, the share up from 0
 * to 1.
 */
import { expect, test } from "vitest";
import { collisionLawData } from "../../../../src/chapters/two-repons/model/pictures";
import {
  type CollisionLawData,
  collisionLaw,
} from "../../../../src/chapters/two-repons/view/collisionLaw";
import {
  axisOf,
  crossing,
  expectAt,
  LETTERS,
  middleOf,
  ticksOf,
  wayOf,
} from "../../../reading/plane";
import { makeStand } from "../../../stand";
import { stateOf } from "../figures/twoRepons";

const stand = makeStand(380, 230);

/** Half decades from 1e-4 to 1e4; made-up shares: a straight line, and one that bends up to it. */
const data: CollisionLawData = {
  ratios: Array.from({ length: 17 }, (_, i) => 10 ** (-4 + i / 2)),
  paper: Array.from({ length: 17 }, (_, i) => i / 16),
  exact: Array.from({ length: 17 }, (_, i) => (i / 16) ** 2),
  counted: [
    { ratio: 1e-2, share: 0.1, error: 0.03 },
    { ratio: 1, share: 0.35, error: 0.06 },
    { ratio: 1e3, share: 0.8, error: 0.05 },
  ],
  here: { ratio: 10, paper: 0.75, exact: 0.3 },
  summary: "how often",
};

const axes = () => {
  const { below, beside } = ticksOf(stand, ".grid text");
  return [axisOf(below, "x", "log"), axisOf(beside, "y")] as const;
};
/** Heights of a law at these ratios, as shares. */
function readLaw(kind: string, ratios: readonly number[]): number[] {
  const [x, y] = axes();
  const way = wayOf(stand.find(`.line.${kind}`) as SVGPathElement, 1000);
  return ratios.map((ratio) => y.value(crossing(way, "x", x.at(ratio)).y));
}
/** Of the height of the chart, what the letters of a tick leave open. */
const READ = LETTERS / 150;

test("Both laws rise to the right: made-up shares stand at their ratios and heights", () => {
  const view = stand.mount(collisionLaw, data, {});
  for (const [kind, law] of [
    ["scalar", data.paper],
    ["exact", data.exact],
  ] as const)
    expect(readLaw(kind, data.ratios)).toBeAllclose(law, { atol: READ });
  view.destroy();
});

test("What is counted stands at its ratio and share, its bar two standard errors to either side", () => {
  const view = stand.mount(collisionLaw, data, {});
  const dots = [...stand.root.querySelectorAll(".counts circle")].map(middleOf);
  const bars = [...stand.root.querySelectorAll(".counts line")];
  expect(dots).toHaveLength(data.counted.length);
  const [x, y] = axes();
  data.counted.forEach(({ ratio, share, error }, i) => {
    expectAt(dots[i], [x, y], [ratio, share]);
    const { left, right, top, bottom } = bars[i].getBoundingClientRect();
    expectAt({ x: left, y: top }, [x, y], [ratio, share + 2 * error]);
    expectAt({ x: right, y: bottom }, [x, y], [ratio, share - 2 * error]);
  });
  view.destroy();
});

test("The present rates stand at their ratio, each law's dot at what it says, its word beside it", () => {
  const view = stand.mount(collisionLaw, data, {});
  const axis = axes();
  const cursor = stand.find("path.cursor").getBoundingClientRect();
  expectAt({ x: cursor.left, y: cursor.top }, axis, [10, 1]);
  expectAt({ x: cursor.right, y: cursor.bottom }, axis, [10, 0]);
  for (const [kind, share, text] of [
    ["exact", 0.3, "exact 0.30"],
    ["scalar", 0.75, "Eq. 11 0.75"],
  ] as const) {
    const dot = middleOf(stand.find(`.dots .${kind}`));
    expectAt(dot, axis, [10, share]);
    const word = stand.find(`.words .${kind}`);
    expect(word.textContent).toBe(text);
    const { right } = word.getBoundingClientRect();
    expect([middleOf(word).y - dot.y]).toBeAllclose([0], { atol: LETTERS });
    expect(right).toBeLessThan(dot.x);
    expect(dot.x - right).toBeLessThan(20);
  }
  view.destroy();
});

test("Eq. (11) and the exact law of two dimensions, and counted pairs, at ratios known by hand", () => {
  const data = collisionLawData(stateOf({}));
  const view = stand.mount(collisionLaw, data, {});
  // Eq. (11) is (2 / pi) arctan sqrt(ratio / 2): 1/3 at 2/3, 1/2 at 2, 2/3 at 6. Two dimensions and
  // outputs: 1 - 1 / sqrt(1 + ratio / 2), so 1/2 at 6 and 3/4 at 30.
  expect(readLaw("scalar", [2 / 3, 2, 6])).toBeAllclose([1 / 3, 1 / 2, 2 / 3], { atol: READ });
  const exact = (ratio: number) => 1 - 1 / Math.sqrt(1 + ratio / 2);
  expect([6, 30].map(exact)).toBeAllclose([1 / 2, 3 / 4], { atol: 1e-12 });
  expect(readLaw("exact", [0.1, 6, 30])).toBeAllclose([exact(0.1), 1 / 2, 3 / 4], { atol: READ });
  const [x, y] = axes();
  const dots = [...stand.root.querySelectorAll(".counts circle")].map(middleOf);
  expect(dots.length).toBeGreaterThan(10);
  // 5,000 draws: four standard errors of a share of one half, and what can be read.
  const within = 4 * Math.sqrt(0.25 / 5000) + READ;
  expect(dots.map((dot) => y.value(dot.y))).toBeAllclose(
    dots.map((dot) => exact(x.value(dot.x))),
    { atol: within },
  );
  view.destroy();
});
