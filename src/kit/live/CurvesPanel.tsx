/** @file Accuracy or loss against steps, and guesses at a step of theirs. */
import { useMemo } from "react";
import { memo } from "../state/memo";
import { Segments } from "../ui/Segments";
import { curvesData } from "./curvesData";
import { Figure } from "./Figure";
import { moveGuess } from "./guess/actions";
import { GuessBox } from "./guess/GuessBox";
import type { Asked } from "./guess/guessed";
import { type GuessQuestion, type GuessState, guessState } from "./guess/question";
import { scrubTo, show } from "./model/actions";
import { lookOf } from "./model/look";
import { newestStep } from "./model/selectors";
import { curvesNumbers } from "./tables";
import { useOf, usePage, usePageStore } from "./usePage";
import { curves } from "./view/curves";
import type { CurvesData } from "./view/curvesLayout";

interface Props {
  /** What is to be guessed of them. */
  readonly guess?: {
    readonly question: GuessQuestion<GuessState>;
    readonly asked: Asked<GuessState>;
  };
}

/** With guesses on an axis that is as long as the run. */
const selectWith = (guess: Props["guess"]) => {
  const added = memo(
    (data: CurvesData, guessed: CurvesData["guessed"], end: number): CurvesData =>
      guessed ? { ...data, guessed, end } : data,
  );
  return (state: GuessState): CurvesData | null => {
    const data = curvesData(state.page);
    const { steps } = state.page.link.settings;
    return data && added(data, guess?.asked.guessed(state), 10 ** Math.ceil(Math.log10(steps)));
  };
};

export function CurvesPanel({ guess }: Props) {
  const store = usePageStore();
  const curve = usePage(({ link }) => lookOf(link).curve);
  const select = useMemo(() => selectWith(guess), [guess]);
  const guessed = useOf(guessState, (state) => guess?.asked.there(state) ?? false);
  return (
    <div className={`panel curves${guessed ? " guessed" : ""}`}>
      <header>
        <Segments
          label="What the curves show"
          values={{ accuracy: "Accuracy", loss: "Loss" }}
          value={curve}
          onChange={(next) => show(store, { curve: next })}
        />
        {guess && <GuessBox {...guess} />}
      </header>
      <Figure
        of={guessState}
        view={curves}
        select={select}
        table={curvesNumbers}
        events={{
          onScrub: (step) =>
            scrubTo(store, step >= newestStep(store.getState().history) ? null : step),
          onGuess: (step) => moveGuess(store, { kind: "step", values: [step] }),
        }}
      />
    </div>
  );
}
