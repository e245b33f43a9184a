import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { codec } from "../../../../src/app/chapters";
import { straightened } from "../../../../src/kit/live/model/bent";

const { decode } = codec;
const STRAIGHT =
  "v=1&chapter=phases&encoderRate=0.02&relation=greater-than&look=field+off+pinned+4";
const straight = decode(STRAIGHT);

describe("a link that was bent on its way is the one that was sent", () => {
  test("and the straight one is understood", () => {
    expect(straight.notices).toEqual([]);
    expect(straight.link.settings).toMatchObject({ encoderRate: 0.02, relation: "greater-than" });
  });

  test.each([
    ["in HTML", STRAIGHT.replaceAll("&", "&amp;")],
    ["in HTML twice", STRAIGHT.replaceAll("&", "&amp;amp;")],
    ["at the end of a sentence", `${STRAIGHT}.`],
    ["in brackets", `${STRAIGHT}).`],
    ["in angle brackets", `${STRAIGHT}>`],
    ["in quotes", `${STRAIGHT}”,`],
    ["with space around it", ` ${STRAIGHT}\n`],
    ["encoded as a whole", encodeURIComponent(STRAIGHT)],
    ["encoded where its entries meet", STRAIGHT.replaceAll("&", "%26")],
    ["encoded but for its first entry", STRAIGHT.replaceAll("&", "%26").replace(/(?<!v)=/g, "%3D")],
    ["the same twice", STRAIGHT.replaceAll("&", "%2526").replace(/(?<!v)=/g, "%253D")],
    ["at the end of a clause, encoded", `${STRAIGHT}%2C`],
    ["encoded as a whole, twice", encodeURIComponent(encodeURIComponent(STRAIGHT))],
    ["encoded value by value", STRAIGHT.replaceAll("+", "%20")],
    ["encoded value by value, twice", STRAIGHT.replaceAll("+", "%2520")],
    ["followed", `${STRAIGHT}&utm_source=newsletter&utm_medium=email&fbclid=IwAR0abc`],
    [
      "in upper case",
      STRAIGHT.toUpperCase().replace("LOOK=FIELD+OFF+PINNED+4", "LOOK=field+off+pinned+4"),
    ],
    ["with two marks", `##${STRAIGHT}`],
  ])("%s", (_, bent) => {
    expect(decode(`#${bent}`)).toEqual(straight);
  });
});

test("what has no one reading is named, once", () => {
  expect(decode("v=1&encoderRate=0.02;relation=greater-than").notices).toHaveLength(1);
  expect(decode("v=1&matrix=*").notices.map(({ used }) => used)).toEqual(["none"]);
});

describe("a claim about a run", () => {
  const whole = "00000000-11111111.0000.1111.2222.3333.4444";
  test("is taken with its step", () => {
    expect(decode(`v=1&at=20&exact=${whole}`)).toMatchObject({
      link: { exact: whole },
      notices: [],
    });
  });
  test.each([
    ["that was cut off", `v=1&at=20&exact=${whole.slice(0, -5)}`, /cut off/],
    ["of another step", `v=1&at=33&exact=${whole}`, /another run/],
    ["without its step", `v=1&exact=${whole}`, /without the step/],
  ])("%s is named and not used", (_, fragment, reason) => {
    const { link, notices } = decode(fragment);
    expect(link.exact).toBeUndefined();
    expect(notices).toMatchObject([{ field: "exact", reason: expect.stringMatching(reason) }]);
  });
});

property.prop([fc.webUrl({ withFragments: true })], { seed: 8 })("is total", (url) => {
  expect(straightened(straightened(url))).toBe(straightened(url));
});
