/**
 * @file What each chapter's picture must say in every engine: where marks stand, what is known otherwise is read
 * back. The truth is reckoned in Node, from the exact engine, a recording or an equation.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { latticeOf } from "../../src/chapters/phases/model/lattice";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { parseRecording, type Recording } from "../../src/experiment/recording";
import { PHASES } from "../../src/theory/phase";
import { axisOf } from "../reading/axes";
import { DIST } from "../site";
import { type Box, coloursOf, lineOf, markOf, marksOf, paintedOf, ticksOf } from "./drawing";
import { atStep } from "./steps";
import { type Spot, seen, type Visit } from "./visit";

/** Letters beside an axis stand around their place, px. */
const LETTERS = 3;

interface Reading {
  /** The link, from its first `&` on. */
  readonly link: string;
  /** Expects what is drawn to be true; may be asked before it is. */
  read(visit: Visit): Promise<void>;
}

/** Waits until so many elements match. */
const shown = (visit: Visit, selector: string, least = 1) =>
  seen(
    visit,
    `${least} of ${selector}`,
    (asked) => document.querySelectorAll(asked.selector).length >= asked.least,
    { selector, least },
  );

const recorded = (name: string): Recording => {
  const parsed = parseRecording(readFileSync(join(DIST, `data/${name}.json`), "utf8"));
  if ("problem" in parsed) throw new Error(parsed.problem);
  return parsed.recording;
};

/** Places of all repons after each of `steps`, as the exact engine has them. */
async function embeddings(settings: Settings, steps: readonly number[]): Promise<Spot[][]> {
  const ensemble = await (await loadSimdEngine()).create([settings]);
  const found: Spot[][] = [];
  for (const step of steps) {
    if (step > 0) await ensemble.advance([step]);
    const flat = await ensemble.parameters();
    found.push(
      Array.from({ length: settings.n }, (_, i) => ({ x: flat[2 * i], y: flat[2 * i + 1] })),
    );
  }
  ensemble.dispose();
  return found;
}

const far = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Turned, shifted, perhaps mirrored, in equal units: distances on the page are those of the network. */
async function repons(visit: Visit): Promise<void> {
  const settings = { ...DEFAULTS, n: 12, seed: 3 };
  const [truth] = await embeddings(settings, [300]);
  await atStep(visit, 300);
  await shown(visit, ".view-latent .disc", settings.n);
  const marks = await marksOf(visit, ".hero .view-latent .disc");
  expect(marks).toHaveLength(settings.n);
  // The chosen one, element 0, lies on top of the others.
  const discs = [...marks.slice(-1), ...marks.slice(0, -1)];
  const between = (places: readonly Spot[]) =>
    places.flatMap((a, i) => places.slice(0, i).map((b) => far(a, b)));
  const [wide, true_] = [between(discs), between(truth)];
  const unit = Math.max(...wide) / Math.max(...true_);
  expect(unit).toBeGreaterThan(10);
  expect(wide).toBeAllclose(
    true_.map((distance) => unit * distance),
    { atol: 1.5 },
  );
}

/** Eq. 2 over the training fraction, on an axis of square roots: b = n log2 k bits, m samples. */
async function howMuchData(visit: Visit): Promise<void> {
  await shown(visit, ".view-bound .line.inferable");
  const { x, y } = await ticksOf(visit, ".view-bound .grid text");
  const [toX, toY] = [axisOf(x, "root", 1), axisOf(y, "linear", -1)];
  const heightAt = await lineOf(visit, ".view-bound .line.eq2");
  const bits = 12 * Math.log2(3);
  const fractions = [0.05, 0.1, 0.2, 0.5, 0.9];
  expect(fractions.map((fraction) => heightAt(toX(fraction)))).toBeAllclose(
    fractions.map((fraction) => toY(1 - (1 - 1 / bits) ** (fraction * 144))),
    { atol: LETTERS },
  );
}

/** A dot for each network of Figure 4: its depth across, its test accuracy upwards. */
async function howComplex(visit: Visit): Promise<void> {
  const { outcomes } = recorded("figure-4-modulo-3");
  await shown(visit, ".panel.depth .seed-curve circle", 2 * outcomes.length);
  const { x, y } = await ticksOf(visit, ".panel.depth .grid text");
  const [toX, toY] = [axisOf(x, "linear", 1), axisOf(y, "linear", -1)];
  const dots = await marksOf(visit, ".panel.depth .seed-curve:nth-of-type(2) circle");
  expect(dots).toHaveLength(outcomes.length);
  expect(dots.map((dot) => dot.y)).toBeAllclose(
    outcomes.map(({ testAccuracy }) => toY(testAccuracy)),
    { atol: LETTERS },
  );
  // Seeds of one depth stand side by side.
  const seeds = outcomes.length / 13;
  const pitch = toX(1) - toX(0);
  expect(dots.map((dot) => Math.round(Math.abs(dot.x - toX(0)) / pitch))).toEqual(
    outcomes.map((_, i) => Math.floor(i / seeds)),
  );
}

/** Two repons around their origin, and the axes of the decoder at 30 degrees. */
async function twoRepons(visit: Visit): Promise<void> {
  await shown(visit, ".handle .ring", 4);
  const ring = (name: string) => markOf(visit, `.handle.${name}:not(.far) .ring`);
  const [one, other] = [await ring("x1"), await ring("x2")];
  const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  const unit = (one.x - other.x) / 2 / 0.8;
  expect(unit).toBeGreaterThan(20);
  const at = ({ x, y }: Spot) => [(x - middle.x) / unit, (middle.y - y) / unit];
  const found = [one, await ring("stiff"), await ring("soft")].flatMap(at);
  const [cos, sin] = [Math.sqrt(3) / 2, 1 / 2];
  expect(found).toBeAllclose([0.8, -0.5, 1.5 * cos, 1.5 * sin, -0.6 * sin, 0.6 * cos], {
    atol: 1 / unit,
  });
}

/** Half the distance of two repons over the steps after 300, as the exact engine has it. */
async function pairs(visit: Visit): Promise<void> {
  const after = [0, 200, 400, 600, 800, 1000];
  const truth = await embeddings(
    { ...DEFAULTS, n: 12 },
    after.map((step) => 300 + step),
  );
  await shown(visit, ".view-pair-track .lines .network");
  const texts = await marksOf(visit, ".view-pair-track svg text");
  const [, power] =
    /× 10\^\{−(\d+)\}$/.exec(
      texts.map(({ caption }) => caption).find((text) => text.startsWith("half the")) ?? "",
    ) ?? [];
  const { x, y } = await ticksOf(visit, ".view-pair-track .tick");
  const [toX, toY] = [axisOf(x, "linear", 1), axisOf(y, "linear", -1)];
  const heightAt = await lineOf(visit, ".view-pair-track .lines .network");
  expect(after.map((step) => heightAt(toX(step)))).toBeAllclose(
    truth.map((places) => toY((far(places[3], places[9]) / 2) * 10 ** Number(power ?? 0))),
    { atol: LETTERS },
  );
}

/** Every network of Figure 5 in its place and in the colour of what became of it. */
async function phases(visit: Visit): Promise<void> {
  const { experiment, outcomes } = recorded("figure-5-modulo-3");
  const lattice = latticeOf(experiment);
  if (!lattice) throw new Error("the recording has no plane");
  await seen(
    visit,
    "the recording",
    () =>
      /generalisation/.test(
        document.querySelector(".view-phase-grid svg")?.getAttribute("aria-label") ?? "",
      ),
    null,
  );
  const { x, y } = await ticksOf(visit, ".view-phase-grid .tick");
  const [toX, toY] = [axisOf(x, "log", 1), axisOf(y, "log", -1)];
  const count = lattice.seeds.length;
  const [column, row] = [toX(1e-4) - toX(10 ** -4.5), toY(10 ** -4.5) - toY(1e-4)];
  const places = lattice.x.values.flatMap((across, i) =>
    lattice.y.values.flatMap((up, j) =>
      lattice.seeds.map((_, k) => ({
        phase: outcomes[lattice.index(i, j, k)].phase,
        // Within its share of the cell.
        box: {
          x: toX(across) + column * ((k + 0.5) / count - 0.5) - column / count / 4,
          y: toY(up) - row / 4,
          width: column / count / 2,
          height: row / 2,
        } satisfies Box,
      })),
    ),
  );
  expect(places).toHaveLength(outcomes.length);
  const found = await coloursOf(
    visit,
    ".view-phase-grid canvas",
    places.map(({ box }) => box),
    PHASES,
  );
  expect(found).toEqual(places.map(({ phase }) => phase));
}

/** “Greater than” in its matrix: x down, y to the right. */
async function lab(visit: Visit): Promise<void> {
  await shown(visit, ".view-matrix canvas[role=img]");
  const square = await paintedOf(visit, ".hero .view-matrix canvas");
  const [across, down] = [square.width / 12, square.height / 12];
  const boxes = Array.from(
    { length: 144 },
    (_, i): Box => ({
      x: square.x + ((i % 12) + 0.4) * across,
      y: square.y + (Math.floor(i / 12) + 0.4) * down,
      width: across / 5,
      height: down / 5,
    }),
  );
  const found = await coloursOf(visit, ".hero .view-matrix canvas", boxes, ["yes", "panel"]);
  expect(found).toEqual(boxes.map((_, i) => (i % 12 > Math.floor(i / 12) ? "yes" : "panel")));
}

/** By chapter. */
export const READINGS: Readonly<Record<string, Reading>> = {
  repons: { link: "&n=12&seed=3&at=300", read: repons },
  data: { link: "&n=12", read: howMuchData },
  depth: { link: "", read: howComplex },
  "two-repons": {
    link: "&two-repons=x1x+0.8+x1y+-0.5+x2x+-0.8+x2y+0.5+angle+30+stiff+1.5+soft+0.6",
    read: twoRepons,
  },
  pairs: { link: "&n=12&at=300&pairs=one+3+other+9", read: pairs },
  phases: { link: "", read: phases },
  lab: { link: "&lab=bench+draw&relation=greater-than&n=12", read: lab },
};
