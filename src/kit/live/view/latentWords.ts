/** @file The words of the latent picture: at its axes, under it, and for who does not see it. */
import type { Selection } from "d3";
import { grouped } from "../../../theory/grouped";
import type { Grouping } from "../../../theory/relation";
import { isolated } from "../../draw/names";
import { placeTexts } from "../../draw/placedText";
import { type Stage, showAs } from "../../draw/stage";
import { makeLatentKey } from "./latentKey";
import type { ReponKind } from "./repons";

/** What is written of latent space (latent.ts). */
interface Worded {
  readonly step: number;
  readonly positions: ArrayLike<number>;
  readonly labels: readonly string[];
  readonly grouping: Grouping | null;
  readonly x: ReponKind;
  readonly captions: readonly [x: string, y: string];
  readonly trails: object | null;
  readonly field: { readonly caption: string } | null;
}

/** Writes at the axes and under the picture, and names it. `pull`: the steps of an arrow. */
export function makeWords(svg: Selection<SVGSVGElement, unknown, null, undefined>, stage: Stage) {
  const captions = svg.append("g");
  const showKey = makeLatentKey(stage.caption);
  return (data: Worded, mesh: number, pull: number | null): void => {
    const { width, height, palette } = stage;
    const kind = "axis-caption";
    const step = grouped(data.step);
    placeTexts(captions, [
      { kind, text: `${data.captions[0]} →`, x: width - 10, y: height - 10, anchor: "end" },
      { kind, text: `↑ ${data.captions[1]}`, x: 10, y: 8 + 11 * palette.size },
    ]);
    showKey(
      {
        trail: data.trails && data.x === "plane" ? `step 0 to ${step}` : null,
        field: data.field?.caption ?? null,
        arrows: pull === null ? null : `${grouped(pull)} steps at this pull`,
        grid: `grid ${Number(mesh.toPrecision(2))}`,
      },
      palette,
    );
    const field = data.field ? `, field ${data.field.caption}` : "";
    const name = `Latent space at step ${step}: ${data.labels.length} repons${field}. Arrow keys go through them, Enter chooses one, plus and minus zoom, 0 fits.`;
    showAs(svg.node() as SVGSVGElement, name);
  };
}

/** What a repon is and where it stands. */
export function describe({ labels, grouping, positions }: Worded, element: number): string {
  const group = grouping
    ? `, ${grouping.kind === "classes" ? "class" : "rank"} ${grouping.of[element]}`
    : "";
  const [u, v] = [positions[2 * element], positions[2 * element + 1]];
  return `Element ${isolated(labels[element])}${group}, at ${u.toFixed(2)}, ${v.toFixed(2)}`;
}
