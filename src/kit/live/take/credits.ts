/** @file What is written with everything that is taken away: what it is, of which settings, and where it came from. */
import { PARAM_KEYS, PARAMS, type ParamKey, type Settings } from "../../../experiment/params";
import type { Table } from "../../draw/table";
import { toText } from "../../ui/scale";
import { applies } from "../Controls";
import { address, hasRun, momentLink } from "../model/moment";
import type { State } from "../model/store";

export interface Credits {
  readonly title: string;
  /** What is shown, in a sentence or two. */
  readonly about: string;
  /** Of the page's run; null where something else is shown. */
  readonly settings: Settings | null;
  /** What it is of: settings in words, what is not said is as by default; of another picture what it shows. */
  readonly words: string;
  /** Opens the page at this moment. */
  readonly link: string;
  /** When it was taken, ISO 8601. */
  readonly date: string;
}

/** Said even where they are as by default. */
const ALWAYS: readonly ParamKey[] = ["relation", "n", "trainFraction", "seed"];

function valueWords(key: ParamKey, settings: Settings): string {
  const param = PARAMS[key];
  if (param.kind === "matrix") return param.label;
  if (param.kind === "number") return `${param.label} ${toText(param, Number(settings[key]))}`;
  const value = (param.values as Readonly<Record<string, string>>)[settings[key] as string];
  return key === "relation" ? value : `${param.label} ${value}`;
}

/** "equal modulo 3, elements 30, training fraction 0.75, seed 0, encoder rate 0.01" */
export const settingsWords = (settings: Settings): string =>
  PARAM_KEYS.filter((key) => {
    const changed = settings[key] !== PARAMS[key].initial;
    if (key === "matrix") return settings.relation === "custom";
    if (key === "trainFraction" && settings.mask !== "") return false;
    return (
      ALWAYS.includes(key) || (changed && (PARAMS[key].kind === "matrix" || applies(key, settings)))
    );
  })
    .map((key) => valueWords(key, settings))
    .join(", ");

export function creditsOf(state: State, table: Table): Credits {
  const { title, ofRun = false } = table;
  const about = `${table.about} ${table.finding}`;
  const link = momentLink(state);
  const settings = ofRun && hasRun(state) ? link.settings : null;
  return {
    title,
    about,
    settings,
    words: settings ? settingsWords(settings) : about,
    link: address(link, state),
    date: new Date().toISOString(),
  };
}
