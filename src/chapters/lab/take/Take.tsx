/** @file A bench of the lab: the page's run, to be taken away. */
import "./take.css";
import type { LateTable } from "../../../kit/draw/table";
import type { View } from "../../../kit/draw/view";
import { curvesData } from "../../../kit/live/curvesData";
import { latentData } from "../../../kit/live/latentData";
import { matrixData } from "../../../kit/live/matrixData";
import type { State } from "../../../kit/live/model/store";
import { urlOf } from "../../../kit/live/model/url";
import { curvesNumbers, latentNumbers, matrixNumbers } from "../../../kit/live/tables";
import { PAGE, pageBibtex, paperBibtex, paperWords } from "../../../kit/live/take/citation";
import { Formats } from "../../../kit/live/take/Formats";
import { offstage } from "../../../kit/live/take/offstage";
import { usePageStore } from "../../../kit/live/usePage";
import { curves } from "../../../kit/live/view/curves";
import { latent } from "../../../kit/live/view/latent";
import { matrix } from "../../../kit/live/view/matrix";
import { CopyButton } from "../../../kit/ui/CopyButton";
import type { Bench } from "../bench";
import { FilmRow } from "./FilmRow";
import { Program } from "./Program";

interface PictureProps<Data, Events> {
  readonly name: string;
  /** What one gets. */
  readonly note: string;
  readonly view: View<Data, Events>;
  readonly table: LateTable<Data>;
  readonly select: (state: State) => Data | null;
  /** Of the picture, in the page's pixels. */
  readonly size: readonly [width: number, height: number];
}

/** A picture of the run that need not be on the page. */
function PictureRow<Data, Events>({
  name,
  note,
  view,
  table,
  select,
  size,
}: PictureProps<Data, Events>) {
  const store = usePageStore();
  const draw = () => {
    const data = select(store.getState());
    if (data === null || !table) throw new Error("There is nothing in this picture yet.");
    return offstage(view, table, data, size);
  };
  return (
    <section className="take-row">
      <h2>{name}</h2>
      <p>{note}</p>
      <Formats name={name} picture={draw} />
    </section>
  );
}

interface CiteProps {
  readonly name: string;
  readonly note: string;
  readonly bibtex: string;
}

function CiteRow({ name, note, bibtex }: CiteProps) {
  return (
    <section className="take-row">
      <h2>{name}</h2>
      <p>{note}</p>
      <CopyButton label={`Copy BibTeX of ${name.toLowerCase()}`} text={() => bibtex}>
        Copy BibTeX
      </CopyButton>
      <details>
        <summary>Show it</summary>
        <pre translate="no">{bibtex}</pre>
      </details>
    </section>
  );
}

function Side() {
  const { codec } = usePageStore().getState();
  return (
    <>
      <p>
        The run of this page at the moment shown. Every other picture has its own button: an arrow
        in its lower right corner. As a program the same run stands beside.
      </p>
      <PictureRow
        name="Latent space"
        note="The repons, their trails, the field."
        view={latent}
        table={latentNumbers}
        select={latentData}
        size={[720, 720]}
      />
      <PictureRow
        name="Curves"
        note="Accuracy or loss, as last chosen."
        view={curves}
        table={curvesNumbers}
        select={curvesData}
        size={[720, 420]}
      />
      <PictureRow
        name="Relation"
        note="Every pair: truth, answer, which are held out."
        view={matrix}
        table={matrixNumbers}
        select={matrixData}
        size={[640, 680]}
      />
      <FilmRow />
      <CiteRow name="The paper" note={paperWords()} bibtex={paperBibtex()} />
      <CiteRow
        name="This page"
        note={`${PAGE.title}, version ${PAGE.version}`}
        bibtex={pageBibtex(urlOf(codec.home, codec))}
      />
    </>
  );
}

export const take: Bench = { title: "Take it away", Side, Main: Program };
