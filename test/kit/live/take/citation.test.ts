/** @file CITATION.cff, BibTeX and package.json say the same. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { PAGE, PAPER, pageBibtex, paperBibtex } from "../../../../src/kit/live/take/citation";

const cff = parse(readFileSync("CITATION.cff", "utf8"));
const { version, license } = JSON.parse(readFileSync("package.json", "utf8"));

/** Fields of a BibTeX entry. */
const fields = (bibtex: string): Record<string, string> =>
  Object.fromEntries(
    [...bibtex.matchAll(/^ {2}(\w+) = \{(.*)\},$/gm)].map(([, name, value]) => [name, value]),
  );

test("CITATION.cff has what its format asks for, and the version and licence of the package", () => {
  expect(cff).toMatchObject({ "cff-version": "1.2.0", type: "software", version, license });
  for (const field of ["message", "title"]) expect(cff[field]).toMatch(/\w{4}/);
  expect(cff.authors).toHaveLength(1);
  const known =
    "abstract authors cff-version commit contact date-released doi identifiers keywords license license-url message preferred-citation references repository repository-artifact repository-code title type url version";
  expect(Object.keys(cff).filter((field) => !known.split(" ").includes(field))).toEqual([]);
  expect(cff.title).toBe(PAGE.title);
});

test("the paper is cited alike everywhere", () => {
  const [paper] = cff.references;
  const names = paper.authors.map(
    (author: Record<string, string>) => `${author["family-names"]}, ${author["given-names"]}`,
  );
  const bibtex = fields(paperBibtex());
  expect(bibtex.author).toBe(names.join(" and "));
  expect(bibtex.title.replaceAll(/[{}]/g, "")).toBe(paper.title);
  expect([bibtex.year, bibtex.url]).toEqual([String(paper.year), paper.url]);
  expect(paper.doi).toBe(`10.48550/arXiv.${bibtex.eprint}`);
  expect(paper.title).toBe(PAPER.title);
});

test("the page is cited in its version, by where it was used", () => {
  const bibtex = fields(pageBibtex("https://example.org/geneft/"));
  expect(bibtex).toMatchObject({ note: `Version ${version}`, url: "https://example.org/geneft/" });
  expect(bibtex.title.replaceAll(/[{}]/g, "")).toBe(cff.title);
  expect(bibtex.author.replaceAll(/[{}]/g, "").toLowerCase()).toBe(
    cff.authors[0].name.toLowerCase(),
  );
});
