/** @file Figure 4: one relation large, the others small below it. */

import { useEffect } from "react";
import { GuessBox } from "../../kit/live/guess/GuessBox";
import { choose } from "../../kit/live/model/actions";
import { usePageStore, usePart } from "../../kit/live/usePage";
import type { Choose } from "../../kit/study/model/study";
import { isMissing } from "../../kit/study/model/studyState";
import { StudyBar } from "../../kit/study/StudyBar";
import { useStudy } from "../../kit/study/useStudies";
import { Segments } from "../../kit/ui/Segments";
import { DepthFigure } from "./DepthFigure";
import {
  FIGURE_4_PARAMS,
  FIGURE_4_PART,
  FIGURE_4_RELATIONS,
  type Figure4Relation,
  figure4,
} from "./model/figure4";
import { BAND_GUESS } from "./model/guess";
import { DEPTH_STUDIES } from "./model/studies";

/** One seed at every depth before the next seed: the whole curve shows early. */
function seedBySeed(named: ReturnType<typeof figure4>): Choose {
  const seeds = named.experiment.axes.find(({ key }) => key === "seed")?.values.length ?? 1;
  return (waiting) =>
    waiting.reduce((best, replica) => (replica % seeds < best % seeds ? replica : best));
}

/** `alone`: the large one only. */
export function DepthPanel({ alone = false }: { readonly alone?: boolean }) {
  const store = usePageStore();
  const choices = usePart(FIGURE_4_PART);
  const { relation, encoder } = choices;
  useEffect(() => {
    for (const each of FIGURE_4_RELATIONS) {
      const study = DEPTH_STUDIES[each](store);
      const { name } = figure4({ relation: each, encoder });
      const shown = study.store.getState();
      if (shown.named?.name !== name || isMissing(shown)) void study.openRecording(name);
    }
  }, [store, encoder]);
  const study = useStudy(DEPTH_STUDIES[relation]);
  const named = figure4(choices);
  return (
    <>
      <div className="panel depth" data-thing="chart">
        <header>
          <h2>{FIGURE_4_PARAMS.relation.values[relation]}</h2>
          <Segments
            label="Rates"
            values={FIGURE_4_PARAMS.encoder.values as Record<typeof encoder, string>}
            value={encoder}
            onChange={(next) => choose(store, FIGURE_4_PART, { encoder: next })}
          />
          <span className="spacer" />
          <StudyBar key={named.name} study={study} named={named} choose={seedBySeed(named)} />
          <GuessBox {...BAND_GUESS} />
        </header>
        <DepthFigure key={relation} relation={relation} small={false} />
      </div>
      {!alone && <Others shown={relation} />}
    </>
  );
}

function Others({ shown }: { readonly shown: Figure4Relation }) {
  const store = usePageStore();
  return (
    <div className="depth-others">
      {FIGURE_4_RELATIONS.filter((each) => each !== shown).map((each) => (
        <div className="panel depth-small" key={each}>
          <button
            type="button"
            title="Show it large"
            onClick={() => choose(store, FIGURE_4_PART, { relation: each })}
          >
            {FIGURE_4_PARAMS.relation.values[each]}
          </button>
          <DepthFigure relation={each} small />
        </div>
      ))}
    </div>
  );
}
