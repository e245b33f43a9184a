/** @file Figure 4: one relation large, the others small below it. */
import { useEffect } from "react";
import {
  FIGURE_4_PARAMS,
  FIGURE_4_RELATIONS,
  type Figure4Choices,
  figure4,
} from "../../experiment/figure4";
import { visit } from "../../state/actions";
import type { Choose } from "../../state/study";
import { isMissing } from "../../state/studyState";
import { Segments } from "../Segments";
import { usePage, usePageStore } from "../StoreContext";
import { useStudies, useStudy } from "../StudiesContext";
import { StudyBar } from "../StudyBar";
import { DepthFigure } from "./DepthFigure";

/** One seed at every depth before the next seed: the whole curve shows early. */
function seedBySeed(named: ReturnType<typeof figure4>): Choose {
  const seeds = named.experiment.axes.find(({ key }) => key === "seed")?.values.length ?? 1;
  return (waiting) =>
    waiting.reduce((best, replica) => (replica % seeds < best % seeds ? replica : best));
}

export function DepthPanel() {
  const store = usePageStore();
  const studies = useStudies();
  const choices = usePage((state) => state.link.figure4);
  const { relation, encoder } = choices;
  const choose = (changes: Partial<Figure4Choices>) =>
    visit(store, { figure4: { ...choices, ...changes } });
  useEffect(() => {
    for (const each of FIGURE_4_RELATIONS) {
      const study = studies[`depth ${each}`];
      const { name } = figure4({ relation: each, encoder });
      const shown = study.store.getState();
      if (shown.named?.name !== name || isMissing(shown)) void study.openRecording(name);
    }
  }, [studies, encoder]);
  const study = useStudy(`depth ${relation}`);
  const named = figure4(choices);
  return (
    <>
      <div className="panel depth">
        <header>
          <h2>{FIGURE_4_PARAMS.relation.values[relation]}</h2>
          <Segments
            label="Rates"
            values={FIGURE_4_PARAMS.encoder.values as Record<typeof encoder, string>}
            value={encoder}
            onChange={(next) => choose({ encoder: next })}
          />
          <span className="spacer" />
          <StudyBar key={named.name} study={study} named={named} choose={seedBySeed(named)} />
        </header>
        <DepthFigure key={relation} relation={relation} small={false} />
      </div>
      <div className="depth-others">
        {FIGURE_4_RELATIONS.filter((each) => each !== relation).map((each) => (
          <div className="panel depth-small" key={each}>
            <button type="button" title="Show it large" onClick={() => choose({ relation: each })}>
              {FIGURE_4_PARAMS.relation.values[each]}
            </button>
            <DepthFigure relation={each} small />
          </div>
        ))}
      </div>
    </>
  );
}
