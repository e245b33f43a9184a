/**
 * @file Does a meeting of repons mean generalisation? The shipped histories, and made-up networks for which
 * the sentence is true and false.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { HOME } from "../../../../src/app/chapters";
import { bindMeetings, meetingsStore } from "../../../../src/chapters/phases/model/meetings";
import { selectMeetings } from "../../../../src/chapters/phases/model/meetingsData";
import { phasesState, phasesStudy } from "../../../../src/chapters/phases/model/phases";
import {
  meetingsFinding,
  percentOf,
  sharesByPhase,
} from "../../../../src/chapters/phases/view/meetingsFinding";
import type { MetNetwork } from "../../../../src/chapters/phases/view/metNetwork";
import { cells } from "../../../../src/experiment/experiment";
import { parseRecording } from "../../../../src/experiment/recording";
import { shapeOf } from "../../../../src/experiment/shape";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { recordedResult } from "../../../../src/kit/study/model/result";
import type { Study } from "../../../../src/kit/study/model/study";
import { NO_STUDY, type StudyState } from "../../../../src/kit/study/model/studyState";
import { unpackHistories } from "../../../../src/run/histories";
import type { Phase } from "../../../../src/theory/phase";

const ROOT = join(import.meta.dirname, "../../../..");
const fileOf = (name: string) => readFileSync(join(ROOT, "public/data", name));

/** A page whose study shows a shipped recording. */
function pageWith(name: string) {
  const parsed = parseRecording(fileOf(`${name}.json`).toString());
  if ("problem" in parsed) throw new Error(parsed.problem);
  const { recording } = parsed;
  const settings = cells(recording.experiment);
  const plain = new Uint8Array(gunzipSync(fileOf(`${name}.histories.bin`)));
  const moments = unpackHistories(
    plain,
    settings.map((each) => shapeOf(each).embedding),
  );
  const store = createStore<StudyState>(() => ({
    ...NO_STUDY,
    named: recording,
    settings,
    results: recording.outcomes.map(recordedResult),
  }));
  const study = { store, histories: async (i: number) => moments[i] } as unknown as Study;
  const page = createPageStore(HOME);
  phasesStudy.give(page, study);
  return { page, study, store };
}

/** What the picture is given once `count` networks are measured. */
async function measured(name: string, count: number) {
  const { page, study } = pageWith(name);
  const end = bindMeetings(page, study);
  await expect.poll(() => meetingsStore(page).getState().known.size).toBe(count);
  end();
  const data = selectMeetings(phasesState(page).getState());
  if (!data) throw new Error("it is a plane");
  return data;
}

/** Shares in % that have met, by another program from the same files (November 2026). */
const ELSEWHERE: Readonly<Record<string, Readonly<Partial<Record<Phase, number>>>>> = {
  "figure-5-modulo-3": { memorisation: 2, generalisation: 75, grokking: 36 },
  "figure-5-modulo-5": { memorisation: 2, generalisation: 87, grokking: 67 },
  "figure-5-complete-bipartite": { memorisation: 0, generalisation: 61, grokking: 10 },
  "figure-5-modulo-3-full-batch": { memorisation: 0, generalisation: 67, grokking: 29 },
};

describe("classes of the recorded networks", () => {
  test.each(Object.keys(ELSEWHERE))(
    "of %s have met as often as another program and the notes say",
    async (name) => {
      const { networks, why } = await measured(name, 243);
      expect(why).toBeNull();
      const shares = sharesByPhase(networks);
      for (const { phase, met, count, alike } of shares) {
        const expected = ELSEWHERE[name][phase];
        if (expected !== undefined) expect(percentOf(met, count)).toBe(`${expected} %`);
        // "Medians 0.93 to 0.97 against 0.33 to 0.60."
        if (phase === "generalisation") expect(alike).toBeGreaterThan(0.925);
        if (phase === "memorisation") expect(alike).toBeLessThan(0.605);
      }
      expect(meetingsFinding(networks)).toContain(
        "Meeting nearly implies learning, not the reverse.",
      );
      const row = (["memorisation", "grokking", "generalisation"] as const).map((phase) => {
        const own = shares.find((each) => each.phase === phase);
        return own ? `${percentOf(own.met, own.count)}, ${own.alike.toFixed(2)}` : "–";
      });
      const notes = readFileSync(join(ROOT, "docs/model.md"), "utf8").split("\n");
      expect(notes).toContain(`| \`${name}\` | ${row.join(" | ")} |`);
    },
  );

  test("of Figure 6 have never met, its encoder is slow; a relation without classes says so", async () => {
    const slow = await measured("figure-6-modulo-3", 162);
    expect(meetingsFinding(slow.networks)).toMatch(
      /^In none of 162 networks have the classes met, though 9 have learnt, so these cannot tell/,
    );
    const order = await measured("figure-5-greater-than", 0);
    expect(order.networks).toEqual([]);
    expect(order.why).toContain("no classes");
  });

  test("are measured anew where a result is another, and what is kept stays", async () => {
    const { page, study, store } = pageWith("figure-5-modulo-3");
    const end = bindMeetings(page, study);
    const known = () => meetingsStore(page).getState().known;
    await expect.poll(() => known().size).toBe(243);
    const before = known();
    const { results } = store.getState();
    const [first, second] = results;
    store.setState({ results: [null, ...results.slice(1)] });
    await expect.poll(() => known().size).toBe(242);
    expect(first && known().has(first)).toBe(false);
    expect(second && known().get(second)).toBe(second && before.get(second));
    end();
  });
});

describe("the sentence on meeting", () => {
  const some = (count: number, phase: Phase, met: boolean): MetNetwork[] =>
    Array.from({ length: count }, (_, row) => ({
      place: { column: 0, row, seed: 0 },
      where: `${row}`,
      phase,
      within: met ? 1 : 2,
      between: 2.5,
      alike: met ? 1 : 0.5,
    }));

  test.each<[string, readonly MetNetwork[], string]>([
    [
      "does not say the reverse where that is true too",
      [...some(10, "generalisation", true), ...some(10, "memorisation", false)],
      "Of 10 networks whose classes have met, 100 % have learnt; of 10 that have learnt, 100 % have met. Meeting and learning nearly go together. The nearest neighbour is alike for 100 % of the elements of a typical network that learns, and for 50 % where it memorises.",
    ],
    [
      "denies it where those that met memorise",
      [...some(5, "grokking", true), ...some(5, "memorisation", true)],
      "Of 10 networks whose classes have met, 50 % have learnt; of 5 that have learnt, 100 % have met. Here meeting does not imply learning. The nearest neighbour is alike for 100 % of the elements of a typical network that learns, and for 100 % where it memorises.",
    ],
    [
      "denies it where none has learnt",
      some(3, "memorisation", true),
      "In 3 of 3 networks the classes have met, and none has learnt: here meeting does not imply learning.",
    ],
    [
      "cannot tell where none has met",
      some(3, "confusion", false),
      "In none of 3 networks have the classes met, so these cannot tell whether meeting implies learning.",
    ],
    ["says so before anything is measured", [], "Nothing is measured yet."],
  ])("%s", (_, networks, sentence) => {
    expect(meetingsFinding(networks)).toBe(sentence);
  });
});
