/** @file docs/reliability.md: prose, and tables of what tests have seen. */
import type { Evidence } from "../test/evidence";
import type { Soak } from "./soakFile";
import { floorsOf } from "./soakRule";

const grouped = (x: number): string => x.toLocaleString("en");

/** What stands in a cell of a table. */
const cell = (text: string | number): string =>
  (typeof text === "number" ? grouped(text) : text)
    .replace(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .trim();

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const NOTHING = "Nothing of it was tried when this page was written.";

/** Rows by a name that several have, in the order in which the names come first. */
function groups<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Map<string, Row[]> {
  const all = new Map<string, Row[]>();
  for (const row of rows) all.set(nameOf(row), [...(all.get(nameOf(row)) ?? []), row]);
  return all;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
const unique = (values: readonly string[]): string[] => [...new Set(values)];

function faults({ faults: rows }: Evidence): string {
  if (rows.length === 0) return NOTHING;
  const browsers = unique(rows.map(({ browser }) => browser)).sort();
  const byFault = [...groups(rows, ({ fault }) => fault)];
  return table(
    ["fault", ...browsers, "what the page does"],
    byFault.map(([fault, seen]) => [
      fault,
      ...browsers.map((browser) =>
        seen.some((row) => row.browser === browser) ? "survived" : "not tried",
      ),
      unique(seen.map(({ survived }) => survived)).join("; "),
    ]),
  );
}

function browsers({ browsers: rows }: Evidence): string {
  if (rows.length === 0) return NOTHING;
  const names = [...groups(rows, ({ browser, version }) => `${browser} ${version}`)];
  const tried = [...groups(rows, ({ tried }) => tried)];
  return table(
    ["tried", ...names.map(([name]) => name)],
    tried.map(([what, seen]) => [
      what,
      ...names.map(([name]) =>
        seen.some(({ browser, version }) => `${browser} ${version}` === name)
          ? "works"
          : "not tried",
      ),
    ]),
  );
}

function fuzz({ fuzz: rows }: Evidence): string {
  if (rows.length === 0) return NOTHING;
  const chapters = [...groups(rows, ({ chapter }) => chapter)];
  return [
    `${grouped(sum(rows.map(({ actions }) => actions)))} actions in all.`,
    table(
      ["chapter", "seeds", "actions"],
      chapters.map(([chapter, runs]) => [
        chapter,
        runs.map(({ seed }) => seed).join(", "),
        sum(runs.map(({ actions }) => actions)),
      ]),
    ),
  ].join("\n\n");
}

function inputs({ inputs: rows }: Evidence): string {
  if (rows.length === 0) return NOTHING;
  return table(
    ["input", "handed in", "refused with words, in whole or in part"],
    [...groups(rows, ({ kind }) => kind)].map(([kind, seen]) => [
      kind,
      sum(seen.map(({ tried }) => tried)),
      sum(seen.map(({ refused }) => refused)),
    ]),
  );
}

/** Bytes as MB; what is no size as it is. */
const amount = (measure: string, value: number): string =>
  measure === "heap" || measure === "memory"
    ? `${(value / 1e6).toFixed(1)} MB`
    : measure === "busy"
      ? `${value.toFixed(2)} s a second`
      : grouped(value);

function soak(found: Soak | null): string {
  if (!found || found.samples.length === 0) return NOTHING;
  const { browser, samples } = found;
  const minutes = Math.round(Math.max(...samples.map(({ minute }) => minute)));
  const floors = floorsOf(samples);
  const held =
    floors.length === 0
      ? "It was too short to say whether anything grows."
      : table(
          ["what", "lowest in the earlier half", "lowest in the later half", "verdict"],
          floors.map(({ limit, earlier, later, grows }) => [
            limit.words,
            amount(limit.measure, earlier),
            amount(limit.measure, later),
            grows ? "grows" : "bounded",
          ]),
        );
  return [
    `${minutes} minutes in ${browser}, ${samples.length} rounds.`,
    "![Heap, memory, nodes, listeners, workers and steps per second over the soak](soak.svg)",
    held,
  ].join("\n\n");
}

/** The page, from what was seen. */
export const reliabilityPage = (seen: Evidence, found: Soak | null): string => `# Reliability

For those who are to rely on the page: a lecturer, a teacher, a host. It says what was done to the page so that it breaks, and what
it did then. The tables are written by \`npm run reliability\` from what the tests of \`npm test\` and \`npm run test:browsers\`
saw (\`build/evidence\`); a fault stands here only after a test has caused it and seen the page go on.

## Faults that were caused

${faults(seen)}

## Browsers

${browsers(seen)}

“Not tried” is not “fails”: only what a test has seen is claimed. On your own machine the page says it itself: a link with
\`#check=1\` (also behind the name of the engine) opens a report on that browser, with numbers, to copy.

## Anything at all, on whatever is there

\`#fuzz=SEED\` lets loose a hand that presses, drags, touches, turns the wheel, types, drops and chooses whatever is on the screen, many
times a frame. Each action is drawn from the seed and its number; what it meets depends on what is on the screen at that moment,
so a seed leads to much the same, not to the same. It leaves out nothing but what would leave the page: links elsewhere, files,
windows. The tests hold that nothing throws, that no number on the screen is none, that no part says it failed, and that
afterwards no more is left of nodes, listeners, workers and memory than a notebook and a few drawings take. ${fuzz(seen)}

A seed that found something stays in the tests. Not done: what a hand does that only a trusted event can, such as full screen,
the clipboard and the browser’s own Back.

## Inputs from anywhere

Whatever comes from outside is parsed once and gives something valid, or words: what, which value, what happens now. Each kind
was given files that are cut short, too long, nested too deeply, of wrong types, with names that every object has, with
halves of characters, with numbers that are none or infinite, packed so that they would unpack to more than a machine holds, and
files of the other kinds; then the same altered at random.

${inputs(seen)}

Names are text wherever they are shown, never HTML. Not done: a browser’s own parsers (images, fonts) and files of more than a few MB.

## For a long time

\`npm run soak -- --minutes N\` goes through chapters, scenes, the lab, a grid and a lecture again and again in one opened page and
weighs it after every round at the same place, with the rubbish collected. What leaks lifts the lowest values; so the lowest of the
later half of the rounds is held against that of the earlier half.

${soak(found)}

## What was not done

No real phone and no Safari on a Mac was used; WebKit stands for it where a test says so. Nobody was asked to read a screen reader
aloud: what the accessibility tree says is tested, not how it sounds. Machines that sleep, batteries and slow networks are simulated.
`;
