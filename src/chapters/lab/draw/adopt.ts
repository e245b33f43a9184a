/** @file A relation that was brought in becomes the page's own. */
import { packMatrix } from "../../../experiment/matrix";
import type { Settings } from "../../../experiment/params";
import type { Table } from "../../../experiment/table/table";
import { change } from "../../../kit/live/model/actions";
import type { Link } from "../../../kit/live/model/link";
import { elementNames, withNames } from "../../../kit/live/model/names";
import type { Store } from "../../../kit/live/model/store";

/** What is brought in: by hand, or from the gallery. `truth` is [n * n], `names` [n]. */
export type Brought = Pick<Table, "truth" | "names">;

const sizeOf = ({ truth }: Brought): number => Math.round(Math.sqrt(truth.length));

const settingsOf = (brought: Brought): Partial<Settings> => ({
  relation: "custom",
  n: sizeOf(brought),
  matrix: packMatrix(brought.truth),
});

/** A new run of this relation with these names; the training fraction stays, a split of one's own does not. */
export const adopt = (store: Store, brought: Brought): void =>
  change(
    store,
    { ...settingsOf(brought), mask: "" },
    withNames(store.getState().link, brought.names),
  );

/** Whether the page's relation is this one, by the same names. */
export function isAdopted(link: Pick<Link, "settings" | "parts">, brought: Brought): boolean {
  const { settings } = link;
  const { n, matrix } = settingsOf(brought);
  if (settings.relation !== "custom" || settings.n !== n || settings.matrix !== matrix)
    return false;
  return elementNames(link).every((name, x) => name === (brought.names?.[x] ?? String(x)));
}
