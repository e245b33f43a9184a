/** @file The page's relation as a table: copied, or as a file, which has room for names that a link has not. */
import { relationFile, tableCsv } from "../../../experiment/table/writeTable";
import { elementNames, NAMES_PART, NAMES_ROOM, namesFit } from "../../../kit/live/model/names";
import { relation } from "../../../kit/live/model/selectors";
import type { Store } from "../../../kit/live/model/store";
import { save } from "../../../kit/live/take/save";
import { usePage, usePageStore, usePart } from "../../../kit/live/usePage";
import { CopyButton } from "../../../kit/ui/CopyButton";

/** Makes a text of the relation that is shown and the names of its elements. */
const written = (store: Store, write: typeof tableCsv): string => {
  const { link } = store.getState();
  return write(relation(link.settings).truth, elementNames(link));
};

export function TakeTable() {
  const store = usePageStore();
  const custom = usePage(({ link }) => link.settings.relation === "custom");
  const fits = usePart(NAMES_PART, namesFit);
  const keep = (name: string, type: string, write: typeof tableCsv) =>
    save(new File([written(store, write)], name, { type }));
  return (
    <>
      <div className="buttons">
        <CopyButton text={() => written(store, tableCsv)}>Copy as CSV</CopyButton>
        <button type="button" onClick={() => keep("relation.csv", "text/csv", tableCsv)}>
          Save CSV
        </button>
        <button
          type="button"
          onClick={() => keep("relation.json", "application/json", relationFile)}
        >
          Save JSON
        </button>
      </div>
      {custom && !fits && (
        <p className="wrong" role="status">
          The names are too long for a link, which has room for {NAMES_ROOM} characters of them: a
          link to this page opens with numbers in their place. A saved file has them all.
        </p>
      )}
    </>
  );
}
