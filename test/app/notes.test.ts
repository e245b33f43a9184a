/** @file A speaker finds something to say at every scene, and says nothing of scenes that are not there. */
import { expect, test } from "vitest";
import { CHAPTERS } from "../../src/app/chapters";

test.each(CHAPTERS)("$id: each scene has its notes", async ({ scenes = [], notes }) => {
  const said = await notes();
  expect(Object.keys(said)).toEqual(scenes.map(({ id }) => id));
  for (const words of Object.values(said)) expect(words).toMatch(/^[A-Z].*[.?!”]$/s);
});
