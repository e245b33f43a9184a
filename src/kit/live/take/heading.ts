/** @file The heading of a column, in files and where they are read. */
import type { Column } from "../../draw/table";

/** "time (steps)" */
export const heading = ({ name, unit }: Column): string => (unit ? `${name} (${unit})` : name);
