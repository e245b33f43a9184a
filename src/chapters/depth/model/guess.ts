/** @file What chapter 3 asks its readers to guess: which depths generalise. */
import { DEFAULTS, PARAMS } from "../../../experiment/params";
import { questionLink } from "../../../kit/live/guess/actions";
import type { Guess } from "../../../kit/live/guess/guess";
import { askOf } from "../../../kit/live/guess/guessed";
import type { GuessQuestion, GuessState, Judgement } from "../../../kit/live/guess/question";
import { roomOf } from "../../../kit/live/guess/room";
import { type Link, partOf } from "../../../kit/live/model/link";
import { perPage } from "../../../kit/live/model/perPage";
import { join } from "../../../kit/state/join";
import type { StudyState } from "../../../kit/study/model/studyState";
import { storyFrom } from "./depthData";
import {
  FIGURE_4_PARAMS,
  FIGURE_4_PART,
  FIGURE_4_RELATIONS,
  type Figure4Relation,
} from "./figure4";
import { type DepthStory, depthsText } from "./story";
import { DEPTH_STUDIES } from "./studies";

/** The page with the studies of all relations. */
export type DepthGuessState = GuessState & Readonly<Record<Figure4Relation, StudyState>>;

export const depthGuessState = perPage((page) =>
  join<DepthGuessState>({
    page,
    guesses: roomOf(page),
    ...(Object.fromEntries(
      FIGURE_4_RELATIONS.map((relation) => [relation, DEPTH_STUDIES[relation](page).store]),
    ) as Record<Figure4Relation, ReturnType<(typeof DEPTH_STUDIES)[Figure4Relation]>["store"]>),
  }),
);

const relationOf = (link: Link): Figure4Relation => partOf(link, FIGURE_4_PART).relation;

/** A guessed band held against the measured sides: at how many depths it says otherwise. */
export function bandOff({ kind, values }: Guess, { rungs }: DepthStory): Judgement {
  const [from, to] = kind === "never" ? [1, 0] : values;
  const good = rungs.filter(({ side }) => side === "generalisation");
  const wrong = rungs.filter(
    ({ depth, side }) => (depth >= from && depth <= to) !== (side === "generalisation"),
  ).length;
  const truth =
    good.length === 0
      ? "none generalises"
      : `those that generalise are ${depthsText(good).replace("n_h = ", "")}`;
  return {
    off: wrong,
    words: wrong === 0 ? "right" : `wrong at ${wrong} of ${rungs.length} depths`,
    ...(wrong > 0 && { more: truth }),
  };
}

const deepest = PARAMS.depth.max;

const question: GuessQuestion<DepthGuessState> = {
  of: depthGuessState,
  kinds: ["band", "never"],
  about(link) {
    const { relation, encoder } = partOf(link, FIGURE_4_PART);
    return `${relation} ${encoder}`;
  },
  ask: ({ page }) =>
    `Which depths generalise for “${FIGURE_4_PARAMS.relation.values[relationOf(page.link)]}”, test above 0.9? Move both ends of the band.`,
  first: () => ({ kind: "band", values: [DEFAULTS.depth, Math.ceil(deepest / 2)] }),
  refuses: ({ values: [from = 0, to = 0] }) =>
    from > to || to > deepest ? `names depths that are not among 0 to ${deepest}` : null,
  judge(guess, state) {
    const { settings, results } = state[relationOf(state.page.link)];
    const story = storyFrom(settings, results);
    return story.judged && bandOff(guess, story);
  },
  say: ({ kind, values: [from, to] }) =>
    kind === "never" ? "none" : from === to ? `depth ${from}` : `depths ${from} to ${to}`,
  near: { off: 2, words: "two depths" },
  never: "None",
  linkOf: ({ page: { link } }) =>
    questionLink(link, { parts: [FIGURE_4_PART.key], knobs: [], at: null }),
};

export const BAND_GUESS = { question, asked: askOf(question) };
