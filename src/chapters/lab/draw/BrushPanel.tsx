/** @file The matrix under a brush: the relation itself, or which pairs are trained on. */
import "./draw.css";
import { useEffect } from "react";
import { trainCount } from "../../../experiment/dataset";
import { Figure } from "../../../kit/live/Figure";
import { hover, liftBrush, stepDrawing } from "../../../kit/live/model/actions";
import type { Store } from "../../../kit/live/model/store";
import { matrixNumbers } from "../../../kit/live/tables";
import { useOf, usePage, usePageStore } from "../../../kit/live/usePage";
import { matrix } from "../../../kit/live/view/matrix";
import { BRUSH_KEYS } from "../../../kit/live/view/matrixBrush";
import { grouped } from "../../../theory/grouped";
import { paint, type Target } from "./actions";
import { BrushTools } from "./BrushTools";
import { SELECT } from "./brushData";
import { marksOf, sketchState } from "./sketch";

interface Props {
  /** What is painted. */
  readonly target: Target;
}

const TITLES: Readonly<Record<Target, string>> = {
  matrix: "Your relation",
  mask: "Trained on, or held out",
};

/** Where a key writes text or chooses from a list, undo is the field's own. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("textarea, input[type=text]") !== null);

/** Ctrl or Cmd with Z goes back, with Shift and Z or with Y on, while the brush is at hand. */
function useUndoKeys(store: Store): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const held = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!held || (key !== "z" && key !== "y") || writes(event.target)) return;
      event.preventDefault();
      stepDrawing(store, key === "y" || event.shiftKey ? 1 : -1);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [store]);
}

/** How large the relation is, or the split. */
function Count({ target }: Props) {
  const words = usePage(({ link: { settings } }) => {
    const pairs = settings.n ** 2;
    return target === "matrix"
      ? `${settings.n} × ${settings.n}`
      : `${grouped(trainCount(settings))} of ${grouped(pairs)} pairs trained on`;
  });
  return <span className="note">{words}</span>;
}

export function BrushPanel({ target }: Props) {
  const store = usePageStore();
  const said = useOf(sketchState, (state) => marksOf(state)?.words ?? "");
  useUndoKeys(store);
  return (
    <div className={`panel brush ${target}`}>
      <header>
        <h2>{TITLES[target]}</h2>
        <Count target={target} />
      </header>
      <BrushTools target={target} />
      <Figure
        of={sketchState}
        view={matrix}
        select={SELECT[target]}
        table={matrixNumbers}
        events={{
          onHover: (pair) => hover(store, pair === null ? [] : [...new Set([pair.x, pair.y])]),
          onPaint: (pairs, value) => paint(store, target, pairs, value),
          onRest: () => liftBrush(store),
        }}
      />
      <p className="note how">
        <output>{said}</output>
        {said === "" && `Drag to paint. ${BRUSH_KEYS}`}
      </p>
    </div>
  );
}
