/**
 * @file The JSON codec of settings: unknown data in, valid settings and a list of what was wrong out.
 */
import * as v from "valibot";
import { countOnes, matrixFits, unpackMatrix } from "./matrix";
import { DEFAULTS, PARAM_KEYS, PARAMS, type Param, type ParamKey, type Settings } from "./params";

/** Whether two runs are the same but for these knobs. */
export const alikeBut = (a: Settings, b: Settings, keys: readonly ParamKey[] = []): boolean =>
  PARAM_KEYS.every((key) => keys.includes(key) || a[key] === b[key]);

/** Something that came from outside, was not usable, and what is used in its place. */
export interface Notice {
  readonly field: string;
  readonly given: string;
  readonly used: string;
  readonly reason: string;
}

/** What a knob takes. */
export function schemaOf(param: Param): v.GenericSchema<unknown, number | string> {
  switch (param.kind) {
    case "choice":
      return v.picklist(
        Object.keys(param.values),
        `must be one of ${Object.keys(param.values).join(", ")}`,
      );
    case "matrix":
      return v.pipe(
        v.string("must be a text"),
        v.regex(/^[A-Za-z0-9_-]*$/, "must be base64url"),
        v.maxLength(600, "is longer than 60 × 60 bits"),
      );
    case "number": {
      const { min, max, scale, zero } = param;
      const range = `must be ${zero ? "0 or " : ""}from ${min} to ${max}`;
      const integer = scale === "integer" || scale === "log-integer";
      return v.pipe(
        v.number("must be a number"),
        v.finite("must be a finite number"),
        v.check((x) => !integer || Number.isInteger(x), "must be a whole number"),
        v.check((x) => (zero !== undefined && x === 0) || (x >= min && x <= max), range),
        v.transform((x) => x + 0), // -0 becomes 0
      );
    }
  }
}

const SCHEMAS = Object.fromEntries(PARAM_KEYS.map((key) => [key, schemaOf(PARAMS[key])])) as Record<
  ParamKey,
  v.GenericSchema<unknown, number | string>
>;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number where the text is one in decimal digits, else the text. */
export const parseNumber = (text: string): number | string =>
  NUMBER.test(text) ? Number(text) : text;

/** So many characters of a foreign value are quoted. */
const QUOTED = 40;

/** Any value as text: also what refers to itself, what is nested too deeply, and what JSON has no form for. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === "object" ? "an object" : String(value);
  }
}

/** Short, single-line form of a foreign value for a message. Total; takes the same time for a value of any length. */
export function quote(value: unknown): string {
  const seen = [...textOf(value).slice(0, 10 * QUOTED)].filter(
    (c) => !/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(c),
  );
  return seen.length > QUOTED ? `${seen.slice(0, QUOTED).join("")}…` : seen.join("");
}

/** One value of one knob: valid, or the reason why not. */
export function parseValue(
  key: ParamKey,
  value: unknown,
): { readonly value: number | string } | { readonly reason: string } {
  const result = v.safeParse(SCHEMAS[key], value);
  return result.success ? { value: result.output } : { reason: result.issues[0].message };
}

/**
 * Total: missing knobs take the value of `base` silently; unusable ones take it with a notice; unknown
 * names are named and dropped.
 */
export function parseSettings(
  data: unknown,
  base: Settings = DEFAULTS,
): {
  readonly settings: Settings;
  readonly notices: readonly Notice[];
} {
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    return {
      settings: DEFAULTS,
      notices: [
        {
          field: "settings",
          given: quote(data),
          used: "the defaults",
          reason: "must be an object",
        },
      ],
    };
  }
  const notices: Notice[] = [];
  const values: Record<string, number | string> = { ...base };
  for (const [field, given] of Object.entries(data)) {
    if (!Object.hasOwn(PARAMS, field)) {
      notices.push({
        field: quote(field),
        given: quote(given),
        used: "nothing",
        reason: "is not a setting",
      });
      continue;
    }
    const parsed = parseValue(field as ParamKey, given);
    if ("value" in parsed) values[field] = parsed.value;
    else
      notices.push({
        field,
        given: quote(given),
        used: String(values[field]) || "none",
        ...parsed,
      });
  }
  const settings = values as unknown as Settings;
  const mended: { matrix?: string; mask?: string } = {};
  for (const { field, used, fault } of MATRICES) {
    const reason = fault(settings);
    if (reason === null) continue;
    notices.push({ field, given: quote(settings[field]), used, reason });
    mended[field] = "";
  }
  return { settings: { ...settings, ...mended }, notices };
}

const misfit = (text: string, n: number): string | null =>
  matrixFits(text, n) ? null : `must hold ${n} × ${n} bits`;

/** Matrices must have the size that n says: what is wrong with each, and what is used in its place. */
const MATRICES = [
  {
    field: "matrix",
    used: "R(x, y) = 1 iff x = y",
    fault: ({ matrix, n }: Settings) => misfit(matrix, n),
  },
  {
    field: "mask",
    used: "a split by the training fraction",
    fault({ mask, n }: Settings) {
      const wrong = misfit(mask, n);
      if (wrong !== null || mask === "") return wrong;
      const trained = countOnes(unpackMatrix(mask, n));
      return trained > 0 && trained < n * n ? null : "must have a pair on either side";
    },
  },
] as const;

/** The knobs that differ from their defaults. */
export const nonDefaults = (settings: Settings): Partial<Settings> =>
  Object.fromEntries(
    PARAM_KEYS.filter((key) => settings[key] !== DEFAULTS[key]).map((key) => [key, settings[key]]),
  );
