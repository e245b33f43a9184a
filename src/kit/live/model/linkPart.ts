/**
 * @file What a chapter adds to a link: a value of its own under its own key.
 */
import {
  type EntryTable,
  formatEntry,
  initialEntry,
  parseEntry,
  type ValuesOf,
} from "../../../experiment/entry";
import type { Notice } from "../../../experiment/settings";

export interface Parsed<Value> {
  readonly value: Value;
  readonly notices: readonly Notice[];
}

export interface LinkPart<Value> {
  readonly key: string;
  /** Keys under which older links have it. */
  readonly formerly: readonly string[];
  readonly initial: Value;
  /** What differs from `base`, the initial value as a rule; empty where nothing does. */
  format(value: Value, base?: Value): string;
  /** Total: any text gives a valid value; each thing that was wrong gives a notice that names it. */
  parse(text: string, base?: Value): Parsed<Value>;
}

/** A part that is a few named values. `mend` has the last word on what each value alone allows. */
export const entryPart = <Table extends EntryTable>(
  key: string,
  table: Table,
  {
    formerly = [],
    mend = (value) => ({ value, notices: [] }),
  }: {
    readonly formerly?: readonly string[];
    readonly mend?: (value: ValuesOf<Table>) => Parsed<ValuesOf<Table>>;
  } = {},
): LinkPart<ValuesOf<Table>> => ({
  key,
  formerly,
  initial: initialEntry(table),
  format: (value, base) => formatEntry(table, value, base),
  parse(text, base) {
    const { values, notices } = parseEntry(key, table, text, base);
    const mended = mend(values);
    return { value: mended.value, notices: [...notices, ...mended.notices] };
  },
});
