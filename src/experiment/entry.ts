/**
 * @file A few named values as the text of one entry of a link: names and values in turn,
 * "etaX 0.01 soft 0". Only what differs from a base, the table's own values as a rule, is written.
 */
import * as v from "valibot";
import type { ChoiceParam, MatrixParam, NumericParam, Param } from "./params";
import { type Notice, parseNumber, quote, schemaOf } from "./settings";

export type EntryTable = Readonly<Record<string, Param>>;

type Value<Row> =
  Row extends ChoiceParam<infer Choice> ? Choice : Row extends MatrixParam ? string : number;
export type ValuesOf<Table extends EntryTable> = {
  readonly [K in keyof Table]: Value<Table[K]>;
};

type Told<Row> = Pick<Row, Extract<keyof Row, "label" | "initial" | "help">>;

/** A row of a table with named values; it is ours and has no symbol unless it says so. */
export const entryChoice = <Value extends string>(
  spec: Told<ChoiceParam<Value>> & Pick<ChoiceParam<Value>, "values"> & Partial<ChoiceParam<Value>>,
): ChoiceParam<Value> => ({ kind: "choice", symbol: [""], group: "data", origin: "ours", ...spec });

/** A row with numbers. */
export const entryNumber = (
  spec: Told<NumericParam> & Pick<NumericParam, "min" | "max" | "scale"> & Partial<NumericParam>,
): NumericParam => ({ kind: "number", symbol: [""], group: "data", origin: "ours", ...spec });

/** The values of a table that nobody has changed. */
export const initialEntry = <Table extends EntryTable>(table: Table): ValuesOf<Table> =>
  Object.fromEntries(
    Object.entries(table).map(([key, { initial }]): [string, number | string] => [key, initial]),
  ) as ValuesOf<Table>;

/** Empty where all is as in `base`. */
export const formatEntry = <Table extends EntryTable>(
  table: Table,
  values: ValuesOf<Table>,
  base: ValuesOf<Table> = initialEntry(table),
): string =>
  Object.keys(table)
    .filter((key) => values[key] !== base[key])
    .map((key) => `${key} ${String(values[key]).replace("e+", "e")}`)
    .join(" ");

/** One value: valid, or the reason why not. */
export function parseEntryValue(
  param: Param,
  value: unknown,
): { readonly value: number | string } | { readonly reason: string } {
  const result = v.safeParse(schemaOf(param), value);
  return result.success ? { value: result.output } : { reason: result.issues[0].message };
}

/** Total: any text gives valid values; each thing that was wrong gives a notice that names it. */
export function parseEntry<Table extends EntryTable>(
  entry: string,
  table: Table,
  text: string,
  base: ValuesOf<Table> = initialEntry(table),
): { readonly values: ValuesOf<Table>; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const values: Record<string, number | string> = { ...base };
  const words = text.split(" ").filter((word) => word !== "");
  const given = new Set<string>();
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i];
    const word = words[i + 1] ?? "";
    const refuse = (used: string, reason: string) =>
      notices.push({ field: `${entry} ${quote(name)}`, given: quote(word), used, reason });
    if (!Object.hasOwn(table, name)) refuse("nothing", `is no name of “${entry}”`);
    else if (given.has(name)) refuse(String(values[name]), "was given before");
    else {
      given.add(name);
      const param = table[name];
      // A named value, or a text, may look like a number.
      const value = param.kind === "number" ? parseNumber(word) : word;
      const parsed = parseEntryValue(param, value);
      if ("value" in parsed) values[name] = parsed.value;
      else refuse(String(values[name]), parsed.reason);
    }
  }
  return { values: values as unknown as ValuesOf<Table>, notices };
}
