/**
 * @file From embeddings to the screen and back: the projections of one, two and three dimensions,
 * each along the whole way from a network's numbers to what is seen of them.
 */
import { zoomIdentity } from "d3";
import { beforeAll, describe, expect, test } from "vitest";
import { answer } from "../../../../src/engine/probe";
import { makeDataset } from "../../../../src/experiment/dataset";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { shapeOf } from "../../../../src/experiment/shape";
import { againstSteps, planar } from "../../../../src/kit/draw/projection";
import { latentData } from "../../../../src/kit/live/latentData";
import { show as look } from "../../../../src/kit/live/model/actions";
import { emptyHistory } from "../../../../src/kit/live/model/history";
import { startInquiry } from "../../../../src/kit/live/model/inquiry";
import { HOME } from "../../../../src/kit/live/model/link";
import {
  loadPrincipal,
  makeProjector,
  type Projection,
} from "../../../../src/kit/live/model/projection";
import { embeddingOf, projectionOf } from "../../../../src/kit/live/model/selectors";
import { createPageStore } from "../../../../src/kit/live/model/store";
import type { Arrows } from "../../../../src/kit/live/view/arrows";
import type { Field } from "../../../../src/kit/live/view/field";
import { type LatentData, latent } from "../../../../src/kit/live/view/latent";
import { gaussian } from "../../../../src/theory/random";
import {
  type At,
  distance,
  drag,
  middle,
  middleOf,
  readCanvas,
  share,
  still,
  turnWheel,
} from "../../../reading/pixels";
import { makeStand } from "../../../stand";

const stand = makeStand(540, 430);

beforeAll(loadPrincipal);

const projected = (embedding: Float32Array) => makeProjector()(embedding, 3) as Projection;

describe("numbers of the screen", () => {
  const box = { width: 400, height: 300 };
  const moved = zoomIdentity.translate(35, -20).scale(1.7);

  test.each([
    ["at rest", zoomIdentity],
    ["zoomed and moved", moved],
  ])("a plane goes right and up in equal units, and its bounds are its corners: %s", (_, zoom) => {
    const { toX, toY, bounds } = planar({ x0: 1, x1: 5, y0: -2, y1: 4 }, box, zoom);
    const unit = toX(2) - toX(1);
    // 6 units fit in 300 px of height.
    expect(unit).toBeCloseTo(50 * zoom.k, 9);
    expect(toY(0) - toY(1)).toBeCloseTo(unit, 9);
    expect([toX(3), toY(1)]).toBeAllclose([zoom.applyX(200), zoom.applyY(150)], { atol: 1e-9 });
    expect([toX(bounds.x0), toX(bounds.x1), toY(bounds.y1), toY(bounds.y0)]).toBeAllclose(
      [0, 400, 0, 300],
      { atol: 1e-9 },
    );
  });

  test.each([
    ["at rest", zoomIdentity],
    ["zoomed and moved", moved],
  ])("steps go right by decades from 1, values up, and bounds are corners: %s", (_, zoom) => {
    const { toX, toY, bounds } = againstSteps(
      { x0: 0, x1: 0, y0: -1, y1: 2 },
      10_000,
      100,
      box,
      zoom,
    );
    const decade = toX(10) - toX(1);
    // Four decades between 14 px at the left and 100 px at the right.
    expect(decade).toBeCloseTo(((400 - 14 - 100) / 4) * zoom.k, 9);
    expect(toX(1000) - toX(100)).toBeCloseTo(decade, 9);
    expect(toX(0)).toBe(toX(1));
    expect([toY(-1), toY(2)]).toBeAllclose([zoom.applyY(300), zoom.applyY(0)], { atol: 1e-9 });
    expect([toY(bounds.y0), toY(bounds.y1)]).toBeAllclose([300, 0], { atol: 1e-9 });
    expect([toX(Math.max(1, bounds.x0)), toX(bounds.x1)]).toBeAllclose([Math.max(0, toX(1)), 400], {
      atol: 1e-9,
    });
  });
});

describe("more than two dimensions", () => {
  /** Along (3, 0, 4) / 5 far, along (0, 1, 0) less, and never along (4, 0, -3) / 5. */
  const spread = [
    [-2, 0.5],
    [1, -0.6],
    [3, 0.4],
    [-2, -0.3],
  ];
  const embedding = Float32Array.from(
    spread.flatMap(([a, b]) => [1 + 0.6 * a, 2 + b, 3 + 0.8 * a]),
  );

  test("distances in the plane of the two largest spreads are kept, the larger to the right", () => {
    const points = projected(embedding).apply(embedding, 0);
    const [dx, dy] = [points[0] - points[4], points[1] - points[5]];
    // The two components are along a and b but for a small turn: b is hardly correlated with a.
    expect(Math.abs(dx)).toBeGreaterThan(4.9);
    expect(Math.hypot(dx, dy)).toBeCloseTo(Math.hypot(5, 0.1), 4);
    const mean = (c: number) => [0, 1, 2, 3].reduce((sum, i) => sum + points[2 * i + c], 0);
    expect([mean(0), mean(1)]).toBeAllclose([0, 0], { atol: 1e-5 });
  });

  test("a point of the picture is the point of latent space that is drawn there", () => {
    const projection = projected(embedding);
    const { origin, u, v } = projection.plane([-1, 1], [-1, 1]);
    const [a, b] = [0.7, -0.3];
    const point = Float32Array.from(origin, (o, i) => o + a * u[i] + b * v[i]);
    expect(projection.apply(point, 0)).toBeAllclose([a, b], { atol: 1e-5 });
  });

  test("a small step is shown as the way between its ends", () => {
    const projection = projected(embedding);
    const step = Float32Array.from(embedding, (_, k) => 0.1 * Math.sin(1 + k));
    const after = projection.apply(
      embedding.map((value, k) => value + step[k]),
      0,
    );
    const before = projection.apply(embedding, 0);
    expect(projection.direct(step)).toBeAllclose(
      after.map((value, k) => value - before[k]),
      {
        // Single precision of numbers up to 4.
        atol: 2e-6,
      },
    );
  });

  test("a picture does not turn over from one moment to the next", () => {
    const make = makeProjector();
    const project = (each: Float32Array, d: number) => make(each, d) as Projection;
    let before = project(embedding, 3).apply(embedding, 0);
    // Grows through shapes whose axes alone would be free to change sign.
    for (let k = 1; k <= 20; k++) {
      const now = embedding.map((value, i) => value * (1 + k / 10) + 0.02 * k * Math.sin(i));
      const points = project(now, 3).apply(now, 0);
      const dot = points.reduce((sum, value, i) => sum + value * before[i], 0);
      expect(dot).toBeGreaterThan(0);
      before = points;
    }
  });
});

/** Embeddings of 4 elements, flat in every dimension beyond the second, and far from each other. */
const PLACES: Readonly<Record<number, readonly number[]>> = {
  1: [-1, 0.9, -0.2, 0.4],
  2: [1.2, 0.1, -1, 0.9, 0.4, -1.1, -0.5, -0.2],
  3: [1.2, 0.1, 0.6, -1, 0.9, -0.5, 0.4, -1.1, 0.2, -0.5, -0.2, -0.25],
};

/** By dimension, of decoders whose answers about element 1 differ much and are none of them certain. */
const SEEDS: Readonly<Record<number, number>> = { 1: 10, 2: 4, 3: 50 };

function network(d: number) {
  const settings: Settings = {
    ...DEFAULTS,
    relation: "greater-than",
    n: 4,
    d,
    mode: "concat",
    depth: 1,
    width: 6,
    trainFraction: 0.75,
    encoderRate: 0.01,
    loss: "bce",
    seed: 3,
  };
  const { size } = shapeOf(settings);
  const parameters = Float32Array.from(
    { length: size },
    (_, i) => 1.5 * gaussian(SEEDS[d], "decoder", i),
  );
  parameters.set(PLACES[d]);
  return { settings, parameters };
}

/** Mean cross-entropy of the train pairs, from the network's predictions alone. */
function lossOf(settings: Settings, parameters: Float32Array): number {
  const { relation, train } = makeDataset(settings);
  const question = { settings, step: 0, parameters, field: null, forces: false };
  const { predictions } = answer(question);
  let sum = 0;
  for (const pair of train)
    sum -= Math.log(relation.truth[pair] === 1 ? predictions[pair] : 1 - predictions[pair]);
  return sum / train.length;
}

/** The embedding after plain gradient descent of `steps` steps at this slope, found by differences. */
function descend({ settings, parameters }: ReturnType<typeof network>, steps: number) {
  const h = 0.01;
  return Float32Array.from(PLACES[settings.d], (value, k) => {
    const at = (by: number) =>
      lossOf(
        settings,
        parameters.map((old, i) => (i === k ? old + by : old)),
      );
    return value - (steps * settings.encoderRate * (at(h) - at(-h))) / (2 * h);
  });
}

const paper = () => readCanvas(stand.find("canvas") as HTMLCanvasElement, stand.root);
const discs = (): At[] =>
  [...stand.root.querySelectorAll(".disc")]
    .sort(
      (a, b) =>
        (a as unknown as { __data__: number }).__data__ -
        (b as unknown as { __data__: number }).__data__,
    )
    .map((node) => middleOf(node, stand.root));
const rest = () => still(() => JSON.stringify(discs()));

describe.each([1, 2, 3])("a network of %i dimensions", (d) => {
  /** The page's own way from a network to its picture. */
  function open(pinned: number) {
    const made = network(d);
    const { settings, parameters } = made;
    const store = createPageStore({ ...HOME, settings });
    const snapshot = { step: 100, parameters };
    store.setState({
      history: { ...emptyHistory(settings), snapshots: [snapshot] },
    });
    look(store, { pinned, trails: "off", field: "on", forces: "on" });
    const end = startInquiry(store, async (question) => answer(question));
    const view = latent(stand.root, {
      onExtent: ({ x0, x1, y0, y1 }) => store.setState({ sight: { x: [x0, x1], y: [y0, y1] } }),
    });
    /** Draws once the field covers what is in sight. */
    async function show(change: Partial<LatentData>) {
      view.update({ ...(latentData(store.getState()) as LatentData), ...change });
      await rest();
      await expect
        .poll(() => {
          const { answer: told, sight } = store.getState();
          return (
            [told?.field?.plane.a, told?.field?.plane.b].join() === [sight?.x, sight?.y].join()
          );
        })
        .toBe(true);
      view.update({ ...(latentData(store.getState()) as LatentData), ...change });
      await rest();
    }
    const close = () => {
      end();
      view.destroy();
    };
    return { ...made, snapshot, store, view, show, close };
  }

  test.each([
    ["at rest", false],
    ["zoomed and moved", true],
  ])("the field under y is the network's P[R(x, y) = 1]: %s", async (_, zoomed) => {
    const x = 1;
    const { settings, parameters, show, store, view, close } = open(x);
    if (zoomed) {
      await show({ arrows: null });
      const { x: across, y: down } = middle(discs());
      // A mouse is at whole pixels.
      turnWheel(stand.svg, { x: Math.round(across), y: Math.round(down) }, -60, stand.root);
      drag(stand.svg, { x: 260, y: 200 }, 30, -20, stand.root);
      await rest();
    }
    await show({ arrows: null });
    const places = discs();
    const seen = paper();
    const read = () => places.map((at) => paper().colour(at));
    const field = latentData(store.getState())?.field as Field;
    const now = read();
    const flat = async (p: number) => {
      await show({ arrows: null, field: { ...field, values: field.values.map(() => p) } });
      return read();
    };
    const [no, yes] = [await flat(0), await flat(1)];
    const { predictions } = answer({ settings, step: 0, parameters, field: null, forces: false });
    const wanted = Array.from(predictions.subarray(4 * x, 4 * x + 4));
    expect(Math.max(...wanted) - Math.min(...wanted)).toBeGreaterThan(0.3);
    expect(seen.right).toBeGreaterThan(500);
    // A level of 80 between no and yes, and the slope of the field over a pixel or two.
    expect(now.map((colour, i) => share(colour, no[i], yes[i]))).toBeAllclose(wanted, {
      atol: 0.06,
    });
    view.update(latentData(store.getState()) as LatentData);
    close();
  });

  test("an arrow points where plain gradient descent moves its repon, found by differences", async () => {
    const { show, store, snapshot, settings, view, parameters, close } = open(0);
    await show({ field: null });
    const data = { ...(latentData(store.getState()) as LatentData), field: null };
    const vectors = Array.from((data.arrows as Arrows).vectors);
    const before = discs();
    const lowest = paper().bottom - 30;
    const radius = Number(stand.find(".disc").getAttribute("r"));
    const projection = projectionOf(snapshot, settings) as Projection;
    expect(embeddingOf(snapshot, settings)).toEqual(Float32Array.from(PLACES[d]));
    let whole = 0;
    for (const [i, from] of before.entries()) {
      // One arrow at a time, so that none runs into another.
      const alone = vectors.map((value, k) => (k >> 1 === i ? value : 0));
      view.update({ ...data, arrows: { vectors: alone } });
      await rest();
      const steps = Number(
        stand
          .find(".key-arrows")
          .textContent?.match(/^[^a-z]+/)?.[0]
          .replace(/\D/g, ""),
      );
      const arrow = paper()
        .where(([, , , a]) => a > 0.2 * 255)
        // Not the words of the log axis, at the lower edge.
        .filter((pixel) => distance(pixel, from) < 110 && pixel.y < lowest);
      // A tenth of the steps, so that the view stays where it is.
      const embedding = descend({ settings, parameters }, steps / 10);
      const positions = projection.apply(embedding, snapshot.step);
      view.update({ ...data, arrows: null, positions });
      await rest();
      const to = discs()[i];
      const way = { x: 10 * (to.x - from.x), y: 10 * (to.y - from.y) };
      const length = Math.hypot(way.x, way.y);
      // The longest arrow, which this one is, is between two fifths and all of 64 px.
      expect(length).toBeGreaterThan(25);
      const tip = arrow.reduce((a, b) => (distance(a, from) > distance(b, from) ? a : b));
      const end = {
        x: from.x + (way.x / length) * (radius + 1 + length),
        y: from.y + (way.y / length) * (radius + 1 + length),
      };
      // One that leaves the picture has its tip outside.
      if (end.x < 0 || end.y < 0) continue;
      whole += 1;
      // Places are written with two decimals, ten times of which is 0.1 px; and ends are round.
      expect(distance(tip, end)).toBeLessThan(3);
    }
    expect(whole).toBeGreaterThan(2);
    close();
  });
});
