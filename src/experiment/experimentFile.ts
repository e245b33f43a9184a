/**
 * @file The JSON form of an experiment: what differs from the default settings, the axes, and words
 * for people.
 */
import * as v from "valibot";
import { type Axis, type Experiment, UNTILS, type Variant } from "./experiment";
import { issueSentence } from "./issue";
import { DEFAULTS, PARAM_KEYS, type ParamKey, type Settings } from "./params";
import { nonDefaults, parseSettings, parseValue, quote } from "./settings";

/** More replicas than this are refused: a slip of the pen, not a plan. */
const MOST_REPLICAS = 100_000;

export interface NamedExperiment {
  /** Lower-case letters, digits and hyphens: the name of its files. */
  readonly name: string;
  readonly title: string;
  readonly experiment: Experiment;
}

const FORM = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,60}$/, "must be like figure-5")),
  title: v.pipe(v.string(), v.maxLength(200)),
  base: v.record(v.string(), v.unknown()),
  variants: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          label: v.pipe(v.string(), v.maxLength(100)),
          settings: v.record(v.string(), v.unknown()),
        }),
      ),
      v.minLength(1),
    ),
  ),
  axes: v.array(
    v.strictObject({
      key: v.picklist(PARAM_KEYS, `must be one of ${PARAM_KEYS.join(", ")}`),
      values: v.pipe(v.array(v.unknown()), v.minLength(1, "must hold at least one value")),
    }),
  ),
  until: v.optional(v.picklist(UNTILS)),
});

/** Whether `data` is an experiment; otherwise a sentence that names the first thing that is wrong. */
export function parseExperiment(
  data: unknown,
): { readonly parsed: NamedExperiment } | { readonly problem: string } {
  const form = v.safeParse(FORM, data);
  if (!form.success) {
    return { problem: issueSentence(form.issues[0], "the experiment") };
  }
  const { name, title, base, variants, axes, until } = form.output;
  const problems: string[] = [];
  const whole = (where: string, given: Record<string, unknown>): Settings => {
    const { settings, notices } = parseSettings(given);
    for (const { field, given: value, reason } of notices)
      problems.push(`${where}.${field} is ${value}: ${reason}`);
    return settings;
  };
  const baseSettings = whole("base", base);
  const parsedVariants = variants?.map(({ label, settings }, i): Variant => {
    const all = whole(`variants.${i}`, settings);
    const keys = Object.keys(settings) as ParamKey[];
    return { label, settings: Object.fromEntries(keys.map((key) => [key, all[key]])) };
  });
  const parsedAxes = axes.map(({ key, values }): Axis => {
    for (const value of values) {
      const parsed = parseValue(key, value);
      if ("reason" in parsed) problems.push(`axis ${key} holds ${quote(value)}: ${parsed.reason}`);
    }
    return { key, values: values as Settings[ParamKey][] };
  });
  const keys = axes.map(({ key }) => key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice) problems.push(`axis ${twice} is there twice`);
  const replicas = parsedAxes.reduce(
    (sum, { values }) => sum * values.length,
    variants?.length ?? 1,
  );
  if (replicas > MOST_REPLICAS) problems.push(`it has ${replicas} replicas, over ${MOST_REPLICAS}`);
  if (problems.length > 0) return { problem: problems[0] };
  return {
    parsed: {
      name,
      title,
      experiment: {
        base: baseSettings,
        axes: parsedAxes,
        ...(parsedVariants && { variants: parsedVariants }),
        ...(until && { until }),
      },
    },
  };
}

/** The JSON form, ready for `JSON.stringify`; `parseExperiment` reads it back. */
export const formatExperiment = ({ name, title, experiment }: NamedExperiment) => ({
  name,
  title,
  base: nonDefaults({ ...DEFAULTS, ...experiment.base }),
  ...(experiment.variants && { variants: experiment.variants }),
  axes: experiment.axes,
  ...(experiment.until && { until: experiment.until }),
});

/** Whether both are of the same networks and name. */
export const sameExperiment = (a: NamedExperiment | null, b: NamedExperiment): boolean =>
  a !== null && JSON.stringify(formatExperiment(a)) === JSON.stringify(formatExperiment(b));
