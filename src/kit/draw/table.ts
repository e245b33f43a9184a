/**
 * @file What a picture shows, as a table: for who takes its numbers away. Each view has a function of its own data
 * beside it that makes one.
 */

export interface Column {
  readonly name: string;
  /** Of the numbers; absent where they have none. */
  readonly unit?: string;
  /** One sentence. */
  readonly description: string;
}

/** null: there is no such value. A text is one that the reader may have written. */
export type Cell = number | string | null;

export interface Table {
  /** What the picture is called. */
  readonly title: string;
  /** What it is of, in a sentence or two. */
  readonly about: string;
  /** What its numbers show at this moment, in a sentence or two: how things lie to each other, not where each lies. */
  readonly finding: string;
  /** Whether it is of the page's run, whose settings then say all that it depends on. */
  readonly ofRun?: boolean;
  readonly columns: readonly Column[];
  /** A cell for each column. Where there may be thousands a getter makes them: the finding is asked for more often. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The data of a view as a table. */
export type Tabulate<Data> = (data: Data) => Table;

/** Its code, which is fetched when a table is first asked for; null for a picture that has no numbers. */
export type LateTable<Data> = (() => Promise<Tabulate<Data>>) | null;

export const column = (name: string, description: string, unit?: string): Column => ({
  name,
  description,
  ...(unit !== undefined && { unit }),
});

/** A number, or null where it is none. */
export const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

/** Rich text without its marks: "η_{dec}" is "η_dec". */
export const plainText = (text: string): string => text.replace(/([_^])\{([^}]*)\}/g, "$1$2");
