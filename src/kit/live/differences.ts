/** @file What differs from the defaults, in a few words. */
import { PARAM_KEYS, PARAMS, type ParamKey, type Settings } from "../../experiment/params";
import { toText } from "../ui/scale";

/** Such as "equality · n 20 · own split"; empty where nothing differs. */
export const differenceWords = (
  settings: Settings,
  keys: readonly ParamKey[] = PARAM_KEYS,
): string =>
  keys
    .filter((key) => settings[key] !== PARAMS[key].initial)
    .map((key) => {
      const param = PARAMS[key];
      const value = settings[key];
      const [base, subscript] = param.symbol as readonly [string, string?];
      if (param.kind === "number")
        return `${base}${subscript ? ` ${subscript}` : ""} ${toText(param, Number(value))}`;
      return param.kind === "choice"
        ? (param.values as Record<string, string>)[value]
        : param.label;
    })
    .join(" · ");
