/** @file Frames of a film: latent space, drawn where nobody sees it, its step above and its settings below. */
import type { Bounds } from "../../../../kit/draw/projection";
import { latentData } from "../../../../kit/live/latentData";
import { shown } from "../../../../kit/live/model/selectors";
import type { State } from "../../../../kit/live/model/store";
import { groundOf } from "../../../../kit/live/take/colour";
import { imageOf, wholeImageOf } from "../../../../kit/live/take/files";
import { fontRules } from "../../../../kit/live/take/fonts";
import { add, makeDrawing } from "../../../../kit/live/take/node";
import type { Drawing } from "../../../../kit/live/take/svg";
import { trace } from "../../../../kit/live/take/trace";
import { latent } from "../../../../kit/live/view/latent";
import { grouped } from "../../../../theory/grouped";

/** Of the stage, pixels of the page: as large as its letters are to look in the film. */
const STAGE = { width: 800, height: 450 };

export interface Camera {
  /** Draws the moment at a step. */
  draw(step: number): Promise<void>;
  remove(): void;
}

/** What is filmed: `words` below, `link` beside them. */
function makeStage({ words, link }: Record<"words" | "link", string>) {
  const root = document.body.appendChild(document.createElement("div"));
  root.inert = true;
  root.className = "film-stage";
  root.style.width = `${STAGE.width}px`;
  root.style.height = `${STAGE.height}px`;
  const within = (name: string) => {
    const element = root.appendChild(document.createElement("div"));
    element.className = name;
    return element;
  };
  const head = within("film-head");
  const [title, counter] = ["b", "span"].map((name) =>
    head.appendChild(document.createElement(name)),
  );
  title.textContent = "Latent space";
  const plot = within("film-plot");
  const foot = within("film-foot");
  for (const text of [words, link])
    foot.appendChild(document.createElement("span")).textContent = text;
  return { root, plot, counter };
}

/** Draws frames of `state`'s run on `canvas`, with `extent` always in view. */
export async function makeCamera(
  state: State,
  extent: Bounds,
  canvas: OffscreenCanvas,
  texts: Record<"words" | "link", string>,
): Promise<Camera> {
  const { root, plot, counter } = makeStage(texts);
  const scale = canvas.width / STAGE.width;
  root.dataset.ratio = String(scale);
  const view = latent(plot, {});
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  const family = getComputedStyle(root).fontFamily.split(",")[0].replaceAll('"', "");
  const rules = await fontRules(
    family,
    `${texts.words}${texts.link}Latent space 0123456789,·[]()₁₂`,
  );

  function stand(step: number): void {
    const run = { ...state, scrub: step, answer: null, hovered: [] };
    const data = latentData(run);
    const snapshot = shown(run);
    if (!data || !snapshot) throw new Error("This moment of the run cannot be drawn.");
    view.update({ ...data, extent, pinned: null, sight: { zoom: 1, across: 0.5, down: 0.5 } });
    counter.textContent = `step ${grouped(snapshot.step)}`;
  }

  /** What lies over the canvases, as an image. */
  function words(): Drawing {
    const { left, top } = root.getBoundingClientRect();
    const svg = makeDrawing({
      width: canvas.width,
      height: canvas.height,
      viewBox: `0 0 ${STAGE.width} ${STAGE.height}`,
    });
    add(svg, "style").textContent = rules;
    trace(root, svg, { origin: [left, top], canvases: false });
    const text = new XMLSerializer().serializeToString(svg);
    return { text, width: canvas.width, height: canvas.height };
  }

  // Its typeface is there from the first frame on.
  await wholeImageOf(words());

  return {
    async draw(step) {
      stand(step);
      const over = imageOf(words());
      const origin = root.getBoundingClientRect();
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.fillStyle = groundOf(root);
      context.fillRect(0, 0, STAGE.width, STAGE.height);
      for (const layer of root.querySelectorAll("canvas")) {
        const { left, top, width, height } = layer.getBoundingClientRect();
        context.drawImage(layer, left - origin.left, top - origin.top, width, height);
      }
      context.drawImage(await over, 0, 0, STAGE.width, STAGE.height);
    },
    remove() {
      view.destroy();
      root.remove();
    },
  };
}
