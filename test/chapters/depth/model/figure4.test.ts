import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  FIGURE_4_PART,
  FIGURE_4_RELATIONS,
  figure4,
} from "../../../../src/chapters/depth/model/figure4";
import { parseExperiment } from "../../../../src/experiment/experimentFile";

const FILES = join(import.meta.dirname, "../../../../public/data/experiments");
const ENCODERS = ["default", "slow"] as const;

test.each(
  FIGURE_4_RELATIONS.flatMap((relation) => ENCODERS.map((encoder) => ({ relation, encoder }))),
)("what is trained in the page for $relation, $encoder, is what is recorded", (choices) => {
  const named = figure4(choices);
  const file = JSON.parse(readFileSync(join(FILES, `${named.name}.json`), "utf8"));
  expect(parseExperiment(file)).toEqual({ parsed: named });
});

test("a link's words that mean nothing give the default and a notice", () => {
  const { value: choices, notices } = FIGURE_4_PART.parse("relation tree encoder slow");
  expect(choices).toEqual({ ...FIGURE_4_PART.initial, encoder: "slow" });
  expect(notices.map(({ field, given }) => [field, given])).toEqual([["figure4 relation", "tree"]]);
});
