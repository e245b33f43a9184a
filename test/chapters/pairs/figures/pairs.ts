/**
 * @file Pictures of pairs: a prediction over what happened, and many pairs at once.
 */

import { type PairScatterData, pairScatter } from "../../../../src/chapters/pairs/view/pairScatter";
import { pairScatterTable } from "../../../../src/chapters/pairs/view/pairScatterTable";
import { pairTrack } from "../../../../src/chapters/pairs/view/pairTrack";
import type { PairTrackData } from "../../../../src/chapters/pairs/view/pairTrackLayout";
import { pairTrackTable } from "../../../../src/chapters/pairs/view/pairTrackTable";
import { forecastHorizon, offBy } from "../../../../src/theory/forecast";
import { gaussian } from "../../../../src/theory/random";
import type { Figure } from "../../../gallery/figure";
import { modulo } from "../../../gallery/run";

const times = Float64Array.from({ length: 101 }, (_, i) => 10 * i);

/** Made up: a pair that approaches, and a prediction that is `hasty` times as fast. */
export function approach(hasty: number): PairTrackData {
  const actual = times.map((time) => 0.2 * Math.exp(-time / 700));
  const predicted = times.map((time) => 0.2 * Math.exp((-hasty * time) / 700));
  return {
    pair: [6, 9],
    step: 3000,
    times,
    actual: { separation: actual, angle: times.map((time) => time / 3000) },
    predicted: { separation: predicted, angle: times.map(() => 0) },
    theory: "Eq. 7",
    error: predicted.map((x, i) => offBy(x, actual[i])),
    stillError: actual.map((x) => offBy(0.2, x)),
    horizon: forecastHorizon(times, predicted, actual),
  };
}

/** Made up: 60 pairs of 30 elements, predicted up to noise, three of them far too large. */
export function cloud(): PairScatterData {
  const actual = Float64Array.from({ length: 60 }, (_, i) => 1e-5 * gaussian(1, "embedding", i));
  return {
    pairs: Int32Array.from({ length: 120 }, (_, i) => (i % 2 === 0 ? i / 4 : i / 4 + 3) | 0),
    actual,
    predicted: actual.map((x, i) => (i < 3 ? 1e-3 : x + 2e-6 * gaussian(2, "embedding", i))),
    shown: Array.from(actual, (_, i) => i),
    chosen: [5, 8],
    n: 30,
    grouping: modulo(30, 3),
    theory: "Eq. 7",
  };
}

export const pairFigures: Readonly<Record<string, Figure>> = {
  pairTrack: {
    title: "a pair, predicted",
    size: [520, 460],
    table: () => pairTrackTable(approach(3)),
    draw(root) {
      const view = pairTrack(root, {});
      view.update(approach(3));
      return view.destroy;
    },
  },
  pairTrackGuessed: {
    title: "guesses at how long a prediction holds",
    size: [520, 460],
    table: () => pairTrackTable(approach(3)),
    draw(root) {
      const view = pairTrack(root, {});
      view.update({
        ...approach(3),
        guessed: {
          own: [300],
          open: false,
          room: [[100], [450], [Infinity]],
          spread: { low: [150], median: [450], high: [900] },
        },
      });
      return view.destroy;
    },
  },
  pairScatter: {
    title: "all pairs, predicted",
    size: [390, 260],
    table: () => pairScatterTable(cloud()),
    draw(root) {
      const view = pairScatter(root, {});
      view.update(cloud());
      return view.destroy;
    },
  },
};
