import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHAPTERS, codec } from "../../src/app/chapters";
import { PARAM_KEYS } from "../../src/experiment/params";
import { LOOK_PART } from "../../src/kit/live/model/look";
import { DIST } from "../site";

const html = readFileSync(join(DIST, "teaching.html"), "utf8");
const text = html.replace(/<[^>]+>/g, " ").replaceAll("&amp;", "&");

/** Decks that the lessons name. */
const decks = [...text.matchAll(/#(mode=lecture\S*)/g)].map(([, fragment]) => fragment);

test("every deck of the lessons opens, without a word of complaint, at its first scene", () => {
  expect(decks.length).toBeGreaterThan(1);
  for (const deck of decks) {
    const { link, notices } = codec.decode(deck);
    expect(notices).toEqual([]);
    expect(link.profile).toBe("lecture");
    expect(link.scene).toBe(link.deck?.[0] ?? codec.scenes[0].id);
  }
});

test("every scene that a lesson names by its title there is", () => {
  const rows = [...html.matchAll(/<tr>\s*<td>\d+<\/td>\s*<td>([^<]*)<\/td>/g)].map(
    ([, title]) => title,
  );
  expect(rows.length).toBeGreaterThan(4);
  const plain = (title: string) => title.replaceAll("’", "'").replaceAll("&#39;", "'");
  const titles = codec.scenes.map(({ title }) => plain(title));
  for (const row of rows) expect(titles).toContain(plain(row));
});

test("the table of link options names every option that there is, and no chapter or picture that is not", () => {
  const options = [...html.matchAll(/<code>([\w-]+)<\/code>/g)].map(([, name]) => name);
  const known = [
    ...[
      "scene",
      "chapter",
      "mode",
      "deck",
      "at",
      "pace",
      "theme",
      "guess",
      "embed",
      "show",
      "lock",
    ],
    ...["exact", "engine", "workers", LOOK_PART.key, ...Object.keys(LOOK_PART.initial)],
    ...CHAPTERS.flatMap(({ id, part }) => [id, ...(part ? [part.key] : [])]),
    ...PARAM_KEYS,
  ];
  for (const name of known) expect(options).toContain(name);
});
