/**
 * @file Pictures of the latent space.
 */

import { type LatentData, latent } from "../../../../src/kit/live/view/latent";
import { latentTable } from "../../../../src/kit/live/view/latentTable";
import { gaussian } from "../../../../src/theory/random";
import type { Figure } from "../../../gallery/figure";
import {
  latentAt,
  modulo,
  NAMES,
  n,
  numbers,
  trailPositions,
  trailSteps,
} from "../../../gallery/run";

const LAST = trailSteps.length - 1;

/** A figure that keeps to its data but for what the reader points at and chooses. */
const still = (title: string, size: Figure["size"], data: LatentData): Figure => ({
  title,
  size,
  table: () => latentTable(data),
  draw(root) {
    let now = data;
    const view = latent(root, {
      onHover: (element) => show({ hovered: element === null ? [] : [element] }),
      onPin: (pinned) => show({ pinned }),
    });
    const show = (change: Partial<LatentData>) => {
      now = { ...now, ...change };
      view.update(now);
    };
    show({});
    return view.destroy;
  },
});

/** `positions` [n, 2] with each class drawn together onto its mean, all but `share`. */
function gathered(positions: ArrayLike<number>, share: number): Float32Array {
  const out = new Float32Array(2 * n);
  for (let i = 0; i < n; i++)
    for (const c of [0, 1]) {
      let mean = 0;
      for (let j = i % 3; j < n; j += 3) mean += positions[2 * j + c] / Math.ceil(n / 3);
      out[2 * i + c] = mean + share * (positions[2 * i + c] - mean);
    }
  return out;
}

const collapsed = (share: number): Float32Array => gathered(latentAt(LAST).positions, share);

/** The run, had its classes come together in the end: all but `share`. */
function coming(share: number): LatentData {
  const positions = new Float32Array(trailSteps.length * n * 2);
  trailSteps.forEach((_, s) => {
    const t = 1 / (1 + Math.exp(-(s - 75) / 6));
    positions.set(gathered(latentAt(s).positions, 1 - (1 - share) * t), s * n * 2);
  });
  const last = positions.subarray(LAST * n * 2);
  return { ...latentAt(LAST), positions: last, trails: { steps: trailSteps, positions } };
}

/** Pull of each repon towards the mean of its class, a fiftieth of the way per step. */
function pulls(): Float32Array {
  const [from, to] = [latentAt(LAST).positions, collapsed(0)];
  return Float32Array.from({ length: 2 * n }, (_, k) => (to[k] - from[k]) / 50);
}

export const sixty = (): LatentData => {
  const labels = numbers(60);
  const grouping = modulo(60, 5);
  const positions = Float32Array.from({ length: 120 }, (_, k) => {
    const group = Math.floor(k / 2) % 5;
    const angle = (2 * Math.PI * group) / 5;
    const centre = k % 2 ? Math.sin(angle) : Math.cos(angle);
    return 2 * centre + 0.12 * gaussian(1, "embedding", k);
  });
  return { ...latentAt(LAST), labels, grouping, positions, trails: null, field: null, pinned: 7 };
};

/** Names, and numbers where there are no more. */
const named = numbers(n).map((number, x) => NAMES[x] ?? number);

/** One dimension: the first coordinate of the run against its steps. */
const line = (): LatentData => {
  const snapshots = trailSteps.length;
  const flat = (s: number) =>
    Float32Array.from({ length: 2 * n }, (_, k) =>
      k % 2 === 0 ? trailSteps[s] : trailPositions[s * n * 2 + k],
    );
  const positions = new Float32Array(snapshots * n * 2);
  for (let s = 0; s < snapshots; s++) positions.set(flat(s), s * n * 2);
  return {
    ...latentAt(LAST),
    x: "step",
    captions: ["step", "E"],
    positions: flat(LAST),
    trails: { steps: trailSteps, positions },
    field: null,
  };
};

const ranked = (): LatentData => ({
  ...latentAt(LAST),
  grouping: { kind: "ranks", of: Uint8Array.from({ length: n }, (_, x) => x), count: n },
  captions: ["PC 1, 63 % of variance", "PC 2, 21 % of variance"],
  field: null,
});

/** The run played through its snapshots, over and over. */
const played: Figure = {
  title: "a run, played",
  size: [520, 520],
  table: () => latentTable(latentAt(0)),
  draw(root) {
    const view = latent(root, {});
    let s = 0;
    const show = () => view.update(latentAt(s++ % trailSteps.length));
    const timer = setInterval(show, 40);
    show();
    return () => {
      clearInterval(timer);
      view.destroy();
    };
  },
};

export const latentFigures: Readonly<Record<string, Figure>> = {
  latent: still("a run at its end", [520, 560], latentAt(LAST)),
  latentHover: still("one repon pointed at", [520, 560], { ...latentAt(LAST), hovered: [4] }),
  latentEarly: still("a run at step 150", [400, 400], latentAt(55)),
  latentCollapsed: still("classes that have nearly collapsed", [520, 560], coming(0.1)),
  latentPoints: still("classes that have collapsed", [400, 400], {
    ...latentAt(LAST),
    positions: collapsed(0),
    trails: null,
    field: null,
  }),
  latentArrows: still("pulls", [520, 560], {
    ...latentAt(LAST),
    trails: null,
    arrows: { vectors: pulls() },
  }),
  latentSixty: still("sixty elements, five classes", [520, 560], sixty()),
  latentLine: still("one dimension against steps", [520, 400], line()),
  latentRanks: still("an order, by principal components", [520, 560], ranked()),
  latentSmall: still("small", [280, 300], latentAt(LAST)),
  latentNamed: still("names", [520, 560], { ...latentAt(LAST), labels: named }),
  latentNamedLine: still("names against steps", [520, 400], { ...line(), labels: named }),
  latentPlayed: played,
};
