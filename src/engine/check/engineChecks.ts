/** @file The engines of this machine: against finite differences, against each other, against what every machine must give. */
import { makeDataset } from "../../experiment/dataset";
import { fingerprint } from "../../experiment/fingerprint";
import { initialParameters } from "../../experiment/initial";
import { DEFAULTS, type Settings } from "../../experiment/params";
import { shapeOf } from "../../experiment/shape";
import type { EngineName } from "../../run/engineChoice";
import { type Check, Untried, within } from "../../run/finding";
import { grouped } from "../../theory/grouped";
import type { Loaders } from "../engines";
import type { Engine } from "../ensemble";
import { LOSSES } from "../reference/loss";
import { makeNetwork } from "../reference/network";
import { meanGradient } from "../reference/reference";
import { type Clock, measureSpeed } from "../speed";

/** What every machine gives for the paper's run (docs/engines.md). */
const EXACT = { step: 500, fingerprint: "77faa506-f18bc18a" } as const;
/** Half the step of the central differences, and what they are off by at most: h^2 and rounding. */
const [SHIFT, SLACK] = [1e-5, 1e-8];
/** Steps after which engines are compared, and how far float32 may be off by then. */
const [STEPS, APART] = [30, 1e-4];
/** Milliseconds for which speed is measured. */
const TIMED = 200;

const SMALL: Settings = {
  ...DEFAULTS,
  n: 5,
  d: 2,
  depth: 2,
  width: 4,
  encoderRate: 1e-2,
  decoderRate: 3e-3,
};

function meanLoss(settings: Settings, parameters: Float64Array): number {
  const { n, d } = shapeOf(settings);
  const { relation, train } = makeDataset(settings);
  const network = makeNetwork(settings);
  const row = (x: number) => parameters.slice(x * d, (x + 1) * d);
  const losses = Array.from(train, (pair) => {
    const z = network.logit(parameters, row(Math.floor(pair / n)), row(pair % n));
    return LOSSES[settings.loss].value(z, relation.truth[pair]);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The largest difference between the gradient and the slopes of the loss. */
function gradientError(settings: Settings): number {
  const { relation, train } = makeDataset(settings);
  const parameters = Float64Array.from(initialParameters(settings));
  const gradient = new Float64Array(parameters.length);
  meanGradient(settings, relation.truth)(parameters, train, gradient);
  const errors = Array.from(parameters, (value, i) => {
    const at = (shift: number) => {
      parameters[i] = value + shift;
      const loss = meanLoss(settings, parameters);
      parameters[i] = value;
      return loss;
    };
    return Math.abs((at(SHIFT) - at(-SHIFT)) / (2 * SHIFT) - gradient[i]);
  });
  return Math.max(...errors);
}

const gradients = (mode: Settings["mode"], loss: Settings["loss"]): Check => ({
  name: `gradients are slopes of the loss (${mode}, ${loss})`,
  run: () => within(gradientError({ ...SMALL, mode, loss }), SLACK, "largest difference"),
});

async function parametersAt(engine: Engine, settings: Settings, step: number) {
  const ensemble = await engine.create([settings]);
  try {
    await ensemble.advance([step]);
    return await ensemble.parameters();
  } finally {
    ensemble.dispose();
  }
}

/** The engine, or an `Untried` with the reason why it does not start here. */
async function started(
  loaders: Loaders,
  name: EngineName,
  settings: Settings = SMALL,
): Promise<Engine> {
  try {
    const load = loaders[name];
    if (!load) throw new Error("not part of this build");
    return await load([settings]);
  } catch (error) {
    throw new Untried(error instanceof Error ? error.message : String(error));
  }
}

const exactRun = (loaders: Loaders): Check => ({
  name: "the paper’s run is the same, bit for bit, as everywhere",
  async run() {
    const engine = await started(loaders, "simd", DEFAULTS);
    const found = fingerprint(await parametersAt(engine, DEFAULTS, EXACT.step));
    if (found !== EXACT.fingerprint)
      throw new Error(`${found} at step ${EXACT.step} in place of ${EXACT.fingerprint}`);
    return `${found} at step ${EXACT.step}`;
  },
});

const alike = (loaders: Loaders, name: EngineName, words: string): Check => ({
  name: `${words} agrees with plain loops`,
  async run() {
    const [engine, oracle] = [await started(loaders, name), await started(loaders, "reference")];
    const [found, known] = [
      await parametersAt(engine, SMALL, STEPS),
      await parametersAt(oracle, SMALL, STEPS),
    ];
    const apart = known.reduce((most, x, i) => Math.max(most, Math.abs(x - found[i])), 0);
    // A number that is none is not hidden by the largest of the others.
    const off = found.every(Number.isFinite) ? apart : Number.NaN;
    return within(off, APART, `after ${STEPS} steps parameters differ by`);
  },
});

const speed = (loaders: Loaders, now: Clock): Check => ({
  name: "speed",
  async run() {
    const engine = await started(loaders, "simd", DEFAULTS);
    const found = await measureSpeed(engine, [DEFAULTS], TIMED, now);
    return `${grouped(Math.round(found))} steps of the paper’s run a second on SIMD`;
  },
});

export const engineChecks = (loaders: Loaders, now: Clock): readonly Check[] => [
  ...(["concat", "difference", "squared-difference"] as const).flatMap((mode) =>
    (["bce", "mse"] as const).map((loss) => gradients(mode, loss)),
  ),
  exactRun(loaders),
  alike(loaders, "simd", "SIMD"),
  alike(loaders, "webgl", "WebGL"),
  speed(loaders, now),
];
