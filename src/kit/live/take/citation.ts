/** @file How the paper and this page are cited. */
import { version } from "../../../../package.json";

/** The paper of the page, in the version whose equations and figures are counted here. */
export const PAPER = {
  title: "GenEFT: Understanding Statics and Dynamics of Model Generalization via Effective Theory",
  authors: ["David D. Baek", "Ziming Liu", "Max Tegmark"],
  year: 2024,
  arxiv: "2402.05916",
  url: "https://arxiv.org/abs/2402.05916v1",
} as const;

/** This page; `CITATION.cff` says the same (test/kit/live/take/citation.test.ts). */
export const PAGE = {
  title: "GenEFT, to touch",
  year: 2026,
  version,
  licence: "MIT",
} as const;

/** "Baek, David D." */
const lastFirst = (name: string): string => {
  const parts = name.split(" ");
  return `${parts.at(-1)}, ${parts.slice(0, -1).join(" ")}`;
};

const entry = (kind: string, key: string, fields: Readonly<Record<string, string>>): string =>
  [
    `@${kind}{${key},`,
    ...Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`),
    "}\n",
  ].join("\n");

/** The paper as a BibTeX entry. */
export const paperBibtex = (): string =>
  entry("misc", "baek2024geneft", {
    title: `{GenEFT}: ${PAPER.title.split(": ")[1]}`,
    author: PAPER.authors.map(lastFirst).join(" and "),
    year: String(PAPER.year),
    eprint: PAPER.arxiv,
    archivePrefix: "arXiv",
    url: PAPER.url,
  });

/** This page as a BibTeX entry; `url` is where it was used. */
export const pageBibtex = (url: string): string =>
  entry("misc", "geneftToTouch", {
    title: `{GenEFT}, to touch`,
    author: "{The GenEFT explorable's maintainers}",
    year: String(PAGE.year),
    note: `Version ${PAGE.version}`,
    url,
  });

/** "Baek, Liu, Tegmark (2024), arXiv:2402.05916" */
export const paperWords = (): string =>
  `${PAPER.authors.map((name) => name.split(" ").at(-1)).join(", ")} (${PAPER.year}), arXiv:${PAPER.arxiv}`;
