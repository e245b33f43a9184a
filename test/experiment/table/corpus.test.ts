import { describe, expect, test } from "vitest";
import { readTable } from "../../../src/experiment/table/readTable";
import { MATRICES } from "../../fixtures/tables/matrices";
import { PAIRS } from "../../fixtures/tables/pairs";
import { REFUSED } from "../../fixtures/tables/refused";
import type { Sample } from "../../fixtures/tables/sample";
import { SYSTEMATIC } from "../../fixtures/tables/systematic";

const CORPUS = { MATRICES, PAIRS, REFUSED, SYSTEMATIC };

function hold({ text, rows, names = undefined, notices = [], error }: Sample): void {
  const read = readTable(text);
  if (error) {
    expect(read).toEqual({ error: expect.any(String) });
    for (const piece of error) expect((read as { error: string }).error).toContain(piece);
    return;
  }
  if ("error" in read) expect.fail(read.error);
  expect(read.n).toBe(rows?.length);
  expect(Array.from(read.truth).join("")).toBe(rows?.join(""));
  expect(read.names).toEqual(names ?? null);
  expect(read.notices.map((notice, i) => notices[i] && notice.includes(notices[i]))).toEqual(
    notices.map(() => true),
  );
}

test("there are 300 tables, good and bad, none twice", () => {
  const all = Object.values(CORPUS).flat();
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
});

describe.each(Object.entries(CORPUS))(
  "%s: each is right, or what is wrong is named",
  (_, samples) => {
    test.each(samples.map((sample) => [sample.name, sample] as const))("%s", (_, sample) =>
      hold(sample),
    );
  },
);
