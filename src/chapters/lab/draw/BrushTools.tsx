/** @file The tools beside a brush: undo, whole boards, and where to start. */
import { stepDrawing } from "../../../kit/live/model/actions";
import { useOf, usePage, usePageStore } from "../../../kit/live/usePage";
import { Icon } from "../../../kit/ui/Icon";
import { Segments } from "../../../kit/ui/Segments";
import { CLASSES } from "../../../theory/className";
import { CLOSURES, type ClosureName } from "../../../theory/closures";
import { RELATIONS, type RelationName } from "../../../theory/relation";
import { close, dropMask, fill, invert, startFrom, type Target } from "./actions";
import { BRUSHES, sketch } from "./sketch";

/** A seed that no one has chosen. */
const anySeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0];

const labelled = <Name extends RelationName>(names: readonly Name[]) =>
  names.map((name) => [name, RELATIONS[name].label] as const);

const STARTS = labelled(
  (Object.keys(RELATIONS) as RelationName[]).filter((name) => name !== "custom"),
);
const MEMBERS = labelled(CLASSES);
const WAYS = (Object.keys(CLOSURES) as ClosureName[]).map(
  (name) => [name, `until it is ${name}`] as const,
);

interface MenuProps<Name extends string> {
  readonly label: string;
  readonly entries: readonly (readonly [name: Name, words: string])[];
  readonly onChoose: (name: Name) => void;
}

/** A list of which each entry does something. */
function Menu<Name extends string>({ label, entries, onChoose }: MenuProps<Name>) {
  return (
    <select aria-label={label} value="" onChange={(event) => onChoose(event.target.value as Name)}>
      <option value="" disabled hidden>
        {label} …
      </option>
      {entries.map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}

function Steps() {
  const store = usePageStore();
  const undoes = usePage(({ drawing }) => drawing.past.length > 0);
  const redoes = usePage(({ drawing }) => drawing.future.length > 0);
  return (
    <span className="group">
      <button
        type="button"
        aria-label="Undo"
        title="Undo (Ctrl+Z)"
        disabled={!undoes}
        onClick={() => stepDrawing(store, -1)}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        disabled={!redoes}
        onClick={() => stepDrawing(store, 1)}
      >
        <Icon name="redo" />
      </button>
    </span>
  );
}

/** What is done to the relation as a whole. */
function Boards() {
  const store = usePageStore();
  return (
    <div className="menus">
      <Menu label="Start with" entries={STARTS} onChoose={(name) => startFrom(store, name)} />
      <Menu
        label="Random member of"
        entries={MEMBERS}
        onChoose={(name) => startFrom(store, name, anySeed())}
      />
      <Menu label="Close it" entries={WAYS} onChoose={(name) => close(store, name)} />
    </div>
  );
}

export function BrushTools({ target }: { readonly target: Target }) {
  const store = usePageStore();
  const brush = useOf(sketch, (state) => state.brush);
  const drawn = usePage(({ link }) => link.settings.mask === "");
  const { antisymmetric, ...plain } = BRUSHES;
  const brushes = target === "matrix" ? BRUSHES : plain;
  return (
    <div className="tools" role="toolbar" aria-label="Drawing tools">
      <Segments
        label="Brush"
        values={brushes as typeof BRUSHES}
        value={brush in brushes ? brush : "free"}
        onChange={(next) => sketch(store).setState({ brush: next })}
      />
      <Steps />
      <span className="group">
        {target === "matrix" && (
          <>
            <button type="button" title="No pair is of the relation" onClick={() => fill(store, 0)}>
              clear
            </button>
            <button type="button" title="Every pair is" onClick={() => fill(store, 1)}>
              fill
            </button>
          </>
        )}
        <button
          type="button"
          title="Every pair the other way round"
          onClick={() => invert(store, target)}
        >
          invert
        </button>
      </span>
      {target === "matrix" ? (
        <Boards />
      ) : (
        <button type="button" disabled={drawn} onClick={() => dropMask(store)}>
          as drawn by fraction
        </button>
      )}
    </div>
  );
}
