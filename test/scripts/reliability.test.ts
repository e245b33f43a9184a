import { describe, expect, test } from "vitest";
import { reliabilityPage } from "../../scripts/reliabilityPage";
import { soakSvg } from "../../scripts/soakPicture";
import type { Sample } from "../../scripts/soakRule";
import type { Evidence } from "../evidence";

const NONE: Evidence = { faults: [], browsers: [], fuzz: [], inputs: [] };

const samples = Array.from(
  { length: 10 },
  (_, round): Sample => ({
    minute: 6 * (round + 1),
    page: 1,
    heap: 10e6 + (round % 2) * 1e6,
    nodes: 1500 + 100 * round,
    listeners: 300,
    workers: 4,
    memory: null,
    busy: 0.05,
    stepsPerSecond: 800,
  }),
);

/** The lines under a heading. */
const under = (page: string, heading: string): string[] =>
  page.split(`## ${heading}\n`)[1].split("\n## ")[0].split("\n");

describe("the page on reliability", () => {
  test("claims nothing that no test has seen", () => {
    const page = reliabilityPage(NONE, null);
    expect(page.match(/Nothing of it was tried/g)).toHaveLength(5);
    expect(page).not.toMatch(/survived \||works \|/);
  });

  test("a fault has a row, a browser a column, and what was not tried there says so", () => {
    const page = reliabilityPage(
      {
        ...NONE,
        faults: [
          { fault: "a worker dies", browser: "Chromium", survived: "the run goes on" },
          { fault: "a worker dies", browser: "Firefox", survived: "the run goes on" },
          { fault: "no storage | none", browser: "Chromium", survived: "it says\nso" },
        ],
      },
      null,
    );
    expect(under(page, "Faults that were caused")).toEqual([
      "",
      "| fault | Chromium | Firefox | what the page does |",
      "| --- | --- | --- | --- |",
      "| a worker dies | survived | survived | the run goes on |",
      "| no storage \\| none | survived | not tried | it says so |",
      "",
    ]);
  });

  test("browsers by version", () => {
    const page = reliabilityPage(
      {
        ...NONE,
        browsers: [
          { browser: "Firefox", version: "153", tried: "a grid" },
          { browser: "WebKitGTK", version: "2.50", tried: "an exact link" },
        ],
      },
      null,
    );
    expect(page).toContain("| tried | Firefox 153 | WebKitGTK 2.50 |");
    expect(page).toContain("| an exact link | not tried | works |");
  });

  test("actions and inputs are added up", () => {
    const page = reliabilityPage(
      {
        ...NONE,
        fuzz: [
          { chapter: "lab", seed: 1, actions: 2000 },
          { chapter: "data", seed: 1, actions: 2000 },
          { chapter: "lab", seed: 5, actions: 500 },
        ],
        inputs: [
          { kind: "link", tried: 1200, refused: 900 },
          { kind: "link", tried: 1, refused: 0 },
        ],
      },
      null,
    );
    expect(page).toContain("4,500 actions in all.");
    expect(page).toContain("| lab | 1, 5 | 2,500 |");
    expect(page).toContain("| link | 1,201 | 900 |");
  });

  test("what grew in the soak is said to grow, and what did not is not", () => {
    const page = reliabilityPage(NONE, { browser: "Chromium 156", samples });
    expect(page).toContain("60 minutes in Chromium 156, 10 rounds.");
    expect(page).toContain("| nodes of the document | 1,700 | 2,100 | grows |");
    expect(page).toContain("| heap of the page | 10.0 MB | 10.0 MB | bounded |");
    expect(page).not.toContain("memory of the process |");
  });
});

test("curves of a soak begin at nought and end at their last value", () => {
  const svg = soakSvg(samples);
  const paths = [...svg.matchAll(/d="M([^"]+)"/g)].map(([, path]) =>
    path.split("L").map((point) => point.split(" ").map(Number)),
  );
  // Memory is not known: it has no curve.
  expect(paths).toHaveLength(5);
  const [heap, nodes] = paths;
  expect(heap).toHaveLength(10);
  // A strip is 56 high; 10 of at most 11 MB.
  expect(heap[1][1]).toBeCloseTo(14, 5);
  expect(heap[0][1]).toBeCloseTo(14 + 56 / 11, 0);
  expect(nodes.at(-1)?.[0]).toBeCloseTo(630, 5);
  expect(nodes[0][1] - nodes[9][1]).toBeCloseTo((900 / 2400) * 56, 0);
});
