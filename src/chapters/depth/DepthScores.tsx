/** @file The paper's story of depth, scored for every relation, and told for the one that is shown. */

import { useMemo } from "react";
import { Hidden } from "../../kit/live/guess/GuessBox";
import { choose } from "../../kit/live/model/actions";
import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { useStudy, useStudyState } from "../../kit/study/useStudies";
import { Rich } from "../../kit/ui/Rich";
import type { Judgement, Story } from "../../theory/goldilocks";
import { storyFrom } from "./model/depthData";
import {
  FIGURE_4_PARAMS,
  FIGURE_4_PART,
  FIGURE_4_RELATIONS,
  type Figure4Relation,
} from "./model/figure4";
import { BAND_GUESS, depthGuessState } from "./model/guess";
import { depthFindings, dotsText } from "./model/story";
import { DEPTH_STUDIES } from "./model/studies";

const PARTS: Readonly<Record<keyof Story, string>> = {
  shallow: "too shallow confuses",
  between: "a zone generalises",
  deep: "too deep memorises",
};

const HEADS: Readonly<Record<keyof Story, string>> = {
  shallow: "shallow",
  between: "zone",
  deep: "deep",
};

const MARKS: Readonly<Record<Judgement, string>> = { holds: "✓", partly: "~", fails: "✗" };

function useStory(relation: Figure4Relation) {
  const study = useStudy(DEPTH_STUDIES[relation]);
  const settings = useStudyState(study, (state) => state.settings);
  const results = useStudyState(study, (state) => state.results);
  return useMemo(() => storyFrom(settings, results), [settings, results]);
}

function Row({ relation }: { readonly relation: Figure4Relation }) {
  const store = usePageStore();
  const choices = usePart(FIGURE_4_PART);
  const story = useStory(relation);
  const guessing = useOf(depthGuessState, BAND_GUESS.asked.open);
  const judged = guessing && relation === choices.relation ? null : story.judged;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          aria-pressed={choices.relation === relation}
          onClick={() => choose(store, FIGURE_4_PART, { relation })}
        >
          {FIGURE_4_PARAMS.relation.values[relation]}
        </button>
      </th>
      {(Object.keys(PARTS) as (keyof Story)[]).map((part) => (
        <td key={part} className={judged?.[part] ?? "open"}>
          {judged ? (
            <span
              role="img"
              title={`${PARTS[part]}: ${judged[part]}`}
              aria-label={`${PARTS[part]}: ${judged[part]}`}
            >
              {MARKS[judged[part]]}
            </span>
          ) : (
            "…"
          )}
        </td>
      ))}
    </tr>
  );
}

export function DepthScores() {
  return (
    <table className="depth-scores">
      <caption>Liu’s postulate, held against these runs</caption>
      <thead>
        <tr>
          <th scope="col">relation</th>
          {(Object.keys(HEADS) as (keyof Story)[]).map((part) => (
            <th scope="col" key={part} title={PARTS[part]}>
              {HEADS[part]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {FIGURE_4_RELATIONS.map((relation) => (
          <Row key={relation} relation={relation} />
        ))}
      </tbody>
    </table>
  );
}

/** What the shown relation's runs say to each part of the story. */
export function DepthFindings() {
  const { relation } = usePart(FIGURE_4_PART);
  const story = useStory(relation);
  const findings = depthFindings(story);
  const dots = dotsText(story);
  const study = useStudy(DEPTH_STUDIES[relation]);
  const open = useStudyState(study, ({ results }) => results.some((result) => !result?.outcome));
  const guessing = useOf(depthGuessState, BAND_GUESS.asked.open);
  if (guessing)
    return (
      <section className="depth-findings" aria-label="What these runs show">
        <Hidden />
      </section>
    );
  return (
    <section className="depth-findings" aria-label="What these runs show" data-told>
      {open && findings.length > 0 && <p>So far, with runs that have not ended:</p>}
      {findings.length === 0 ? (
        <p>Not every depth is measured yet.</p>
      ) : (
        findings.map(({ part, judgement, text }) => (
          <p key={part} className={judgement}>
            <b>
              {MARKS[judgement]} {PARTS[part]}:
            </b>{" "}
            <Rich text={text} />
          </p>
        ))
      )}
      {dots !== "" && (
        <p>
          <Rich text={dots} />
        </p>
      )}
    </section>
  );
}
