import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { CHAPTERS, codec } from "../../src/app/chapters";
import { DATA_PARAMS } from "../../src/chapters/data/model/choices";
import { FIGURE_4_PARAMS } from "../../src/chapters/depth/model/figure4";
import { LAB_PARAMS } from "../../src/chapters/lab/model/choices";
import { PAIRS_PARAMS } from "../../src/chapters/pairs/model/choices";
import { PHASE_PARAMS, PHASES_PART } from "../../src/chapters/phases/model/choices";
import { centred, SETUP_PARAMS, TWO_REPONS_PART } from "../../src/chapters/two-repons/model/params";
import type { EntryTable, ValuesOf } from "../../src/experiment/entry";
import { packMatrix } from "../../src/experiment/matrix";
import { cleanName, NAME_ROOM } from "../../src/experiment/names";
import {
  DEFAULTS,
  PARAM_KEYS,
  PARAMS,
  type Param,
  type ParamKey,
  type Settings,
} from "../../src/experiment/params";
import { parseValue } from "../../src/experiment/settings";
import { HOME, type Link, PROFILES, partOf, THEMES } from "../../src/kit/live/model/link";
import type { LinkPart } from "../../src/kit/live/model/linkPart";
import { LOOK_PARAMS, LOOK_PART } from "../../src/kit/live/model/look";
import { NAMES_PART, namesFit } from "../../src/kit/live/model/names";
import { ENGINE_CHOICES } from "../../src/run/engineChoice";
import type { Pace } from "../../src/run/pace";

const { encode, decode } = codec;
const FIRST: Link = { ...HOME, chapter: CHAPTERS[0].id };

const SEED = 20260;

/** Any valid settings. */
const settings: fc.Arbitrary<Settings> = fc
  .record(
    Object.fromEntries(
      PARAM_KEYS.map((key) => {
        const param = PARAMS[key];
        if (param.kind === "choice") return [key, fc.constantFrom(...Object.keys(param.values))];
        if (param.kind === "matrix") return [key, fc.constant("")];
        const { min, max, scale } = param;
        const inside = scale.endsWith("integer")
          ? fc.integer({ min, max })
          : fc.double({ min, max, noNaN: true });
        return [key, "zero" in param ? fc.oneof(inside, fc.constant(0)) : inside];
      }),
    ),
  )
  .chain((values) => {
    const { n } = values as unknown as Settings;
    const bits = fc.uint8Array({ minLength: n * n, maxLength: n * n, max: 1 });
    const split = bits.filter((trained) => new Set(trained).size === 2);
    return fc.tuple(bits, fc.option(split)).map(
      ([truth, trained]) =>
        ({
          ...values,
          matrix: packMatrix(truth),
          mask: trained ? packMatrix(trained) : "",
        }) as unknown as Settings,
    );
  });

const pickKeys = (settings: Settings, keys: readonly ParamKey[]): Partial<Settings> =>
  Object.fromEntries(keys.map((key) => [key, settings[key]]));

/** Any pairs of ten elements, two digits each: what a table's one text holds. */
const pairsOfTen = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }))
  .map((pairs) => pairs.map((pair) => `${pair}`.padStart(2, "0")).join(""));

/** Any valid values of a table. */
const ofTable = <Table extends EntryTable>(table: Table): fc.Arbitrary<ValuesOf<Table>> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries<Param>(table).map(([key, param]) => {
          if (param.kind === "choice")
            return [key, fc.constantFrom(...Object.keys(param.values))] as const;
          if (param.kind === "matrix") return [key, pairsOfTen] as const;
          const { min, max, scale, zero } = param;
          const inside: fc.Arbitrary<number> = scale.endsWith("integer")
            ? fc.integer({ min, max })
            : fc.double({ min, max, noNaN: true }).map((x) => x + 0);
          return [key, zero === undefined ? inside : fc.oneof(inside, fc.constant(0))] as const;
        }),
      ),
    )
    .map((values) => values as unknown as ValuesOf<Table>);

/** Any names that a link has room for. */
const names: fc.Arbitrary<readonly string[]> = fc
  .uniqueArray(
    fc
      .oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("~", "-", "0", "+", "a b", "東京"))
      .map(cleanName)
      .filter((name) => name !== "" && [...name].length <= NAME_ROOM),
    { maxLength: 60 },
  )
  .filter(namesFit);

/** Any value of every chapter's part, and of how a run is looked at; what says nothing is left out, as it is not read back. */
const parts: fc.Arbitrary<Link["parts"]> = fc
  .record({
    look: ofTable(LOOK_PARAMS),
    names,
    data: ofTable(DATA_PARAMS),
    lab: fc
      .tuple(
        ofTable(LAB_PARAMS),
        settings.chain((other) => fc.subarray(PARAM_KEYS).map((keys) => pickKeys(other, keys))),
      )
      .map(([choices, difference]) => ({ ...choices, difference })),
    figure4: ofTable(FIGURE_4_PARAMS),
    "two-repons": ofTable(SETUP_PARAMS).map(centred),
    pairs: ofTable(PAIRS_PARAMS),
    phases: ofTable(PHASE_PARAMS).filter(({ x, y }) => x !== y),
  })
  .map((values) => {
    const known: Readonly<Record<string, LinkPart<unknown>>> = {
      look: LOOK_PART as LinkPart<unknown>,
      names: NAMES_PART as LinkPart<unknown>,
      ...Object.fromEntries(CHAPTERS.flatMap(({ part }) => (part ? [[part.key, part]] : []))),
    };
    expect(Object.keys(values).sort()).toEqual(Object.keys(known).sort());
    return Object.fromEntries(
      Object.entries(values).filter(([key, value]) => known[key].format(value) !== ""),
    );
  });

/** Knobs by name, each once, in any order. */
const knobs = fc.uniqueArray(fc.constantFrom(...PARAM_KEYS));

/** Any picture alone, with the chapter that it opens: its own where it is a chapter's main one. */
const embed = fc
  .record({
    chapter: fc.constantFrom(...CHAPTERS.map(({ id }) => id)),
    picture: fc.constantFrom(undefined, ...CHAPTERS.flatMap(({ pictures = [] }) => pictures)),
    show: knobs,
    lock: knobs,
  })
  .map(({ chapter, picture = chapter, show, lock }) => ({
    chapter,
    embed: { picture, show, lock },
  }));

const pace: fc.Arbitrary<Pace> = fc.oneof(
  fc.constantFrom("full" as const, "log" as const),
  fc.integer({ min: 1, max: 99_999 }),
);

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });

/** Entries that a link has or has not. */
const more: fc.Arbitrary<Pick<Link, "deck" | "workers" | "exact" | "fuzz" | "check">> = fc.record(
  {
    deck: fc.uniqueArray(fc.constantFrom(...codec.scenes.map(({ id }) => id)), { minLength: 1 }),
    workers: fc.integer({ min: 1, max: 64 }),
    fuzz: fc.stringMatching(/^\d{1,9}( \d{1,7})?$/),
    check: fc.constant("1"),
    exact: fc.tuple(hex(8), hex(8)).map(([high, low]) => `${high}-${low}`),
  },
  { requiredKeys: [] },
);

const whole: fc.Arbitrary<Link> = fc.record({
  settings,
  chapter: fc.constantFrom(...CHAPTERS.map(({ id }) => id)),
  engine: fc.constantFrom(...ENGINE_CHOICES),
  at: fc.option(fc.integer({ min: 0, max: 9_999_999 })),
  theme: fc.constantFrom(...THEMES),
  profile: fc.constantFrom(...PROFILES),
  pace,
  parts,
});

const link: fc.Arbitrary<Link> = fc
  .tuple(whole, more, fc.option(embed))
  .map(([given, { exact, ...also }, alone]) => ({
    ...given,
    ...also,
    ...alone,
    ...claimOf(given, exact),
  }));

/** A claim has as many digits on the way as there are powers of two, and is none without a step. */
const claimOf = ({ at }: Pick<Link, "at">, exact?: string): Pick<Link, "exact"> =>
  exact === undefined || at === null
    ? {}
    : {
        exact:
          exact +
          ".0a1b".repeat(
            Array.from({ length: 24 }, (_, i) => 2 ** i).filter((power) => power < at).length,
          ),
      };

const valid = (given: Settings): boolean =>
  PARAM_KEYS.every((key) => "value" in parseValue(key, given[key]));

describe("a link", () => {
  test("of an earlier form still opens: a chapter's former id, a part's former key", () => {
    const { link: read, notices } = decode("v=1&chapter=network&sandbox=soft+0");
    expect(notices).toEqual([]);
    expect(read.chapter).toBe("pairs");
    expect(partOf(read, TWO_REPONS_PART)).toMatchObject({ soft: 0, stiff: 1.4 });
    expect(encode(read)).toBe("v=1&chapter=pairs&two-repons=soft+0");
  });

  test("with a grid whose axes are one knob names it and takes another", () => {
    const { link: read, notices } = decode("phases=x+decoderRate+columns+99+figure+here");
    expect(partOf(read, PHASES_PART)).toEqual({
      ...PHASES_PART.initial,
      figure: "here",
      x: "decoderRate",
      y: "encoderRate",
    });
    expect(notices.map(({ field }) => field)).toEqual(["phases columns", "phases y"]);
  });

  test("that embeds a picture opens its chapter, and names knobs and pictures that there are not", () => {
    const first = codec.scenes[0].link;
    const alone = { picture: "phases", show: ["n"], lock: [] };
    expect(decode("embed=phases&show=n,colour").link).toEqual({
      ...FIRST,
      chapter: "phases",
      embed: alone,
    });
    expect(decode("embed=phases&show=n,colour").notices.map(({ given }) => given)).toEqual([
      "colour",
    ]);
    expect(decode("embed=phases&chapter=data").notices.map(({ field }) => field)).toEqual([
      "chapter",
    ]);
    expect(decode("embed=latent&chapter=data").link.chapter).toBe("data");
    const wrong = decode("v=1&embed=everything&lock=n");
    expect(wrong.link).toEqual(FIRST);
    expect(wrong.notices.map(({ field }) => field)).toEqual(["embed", "lock"]);
    const scene = decode(`scene=${first.scene}&embed=latent`).link;
    expect(scene).toEqual({ ...first, embed: { ...alone, picture: "latent", show: [] } });
    expect(encode(scene)).toBe(`v=1&scene=${first.scene}&embed=latent`);
  });

  test("with nothing in it is what the page says, where it says something", () => {
    const landing = { ...FIRST, chapter: "pairs" };
    expect(decode("", landing).link).toEqual(landing);
    expect(decode("theme=dark", landing).link).toEqual({ ...landing, theme: "dark" });
    expect(decode("v=1", landing).link).toEqual(FIRST);
  });

  test("with nothing in it is the first scene, which writes nothing", () => {
    expect(decode("")).toEqual({ link: codec.home, notices: [] });
    expect(encode(codec.home)).toBe("");
  });

  test("of a version and nothing else is the paper's defaults, in the first chapter", () => {
    expect(decode("v=1").link).toEqual(FIRST);
    expect(encode(decode("v=1").link)).toBe("v=1");
  });

  property.prop([link], { seed: SEED, numRuns: 300 })(
    "survives being written and read",
    (given) => {
      expect(decode(encode(given))).toEqual({ link: given, notices: [] });
    },
  );

  property.prop(
    [
      fc.constantFrom(...codec.scenes),
      fc.option(fc.integer({ min: 0, max: 9999 })),
      pace,
      more,
      parts,
    ],
    { seed: SEED, numRuns: 300 },
  )(
    "of a scene that something differs from survives too",
    (scene, at, speed, { exact, ...also }, looked) => {
      // What is the scene's own is left as it is.
      const given = {
        ...scene.link,
        ...also,
        ...claimOf({ at }, exact),
        at,
        pace: speed,
        parts: { ...scene.link.parts, ...looked },
      };
      expect(decode(encode(given))).toEqual({ link: given, notices: [] });
    },
  );

  test("is readable, versioned, and names only what differs", () => {
    const changed = {
      ...FIRST,
      settings: { ...DEFAULTS, encoderRate: 1e-2, relation: "greater-than" as const },
    };
    expect(encode(changed)).toBe("v=1&relation=greater-than&encoderRate=0.01");
  });
});

describe("a link from anywhere gives valid settings and names what was wrong", () => {
  const hostile: readonly (readonly [fragment: string, ...fields: string[]])[] = [
    ["encoderRate=NaN", "encoderRate"],
    ["encoderRate=Infinity", "encoderRate"],
    ["encoderRate=1e999", "encoderRate"],
    ["encoderRate=-1", "encoderRate"],
    ["encoderRate=0x10", "encoderRate"],
    ["encoderRate=", "encoderRate"],
    ["encoderRate=%201e-3", "encoderRate"],
    ["n=3.5", "n"],
    ["n=61", "n"],
    ["n=1e1000", "n"],
    ["depth=-0.0001", "depth"],
    ["steps=0", "steps"],
    ["batch=3601", "batch"],
    ["mode=__proto__", "mode"],
    ["relation=constructor", "relation"],
    ["__proto__=1", "__proto__"],
    ["constructor=1", "constructor"],
    ["toString=x", "toString"],
    ["hasOwnProperty=1", "hasOwnProperty"],
    ["relation=custom&matrix=AAAA", "matrix"],
    ["matrix=%F0%9F%92%A9", "matrix"],
    [`matrix=${"A".repeat(100_000)}`, "matrix"],
    ["seed=4294967296", "seed"],
    ["seed=1&seed=2", "seed"],
    ["v=99", "v"],
    ["chapter=9", "chapter"],
    ["engine=gpu", "engine"],
    ["at=-1", "at"],
    ["at=1e3", "at"],
    ["theme=<script>", "theme"],
    ["n=x&d=y&width=z", "n", "d", "width"],
    ["fuzz=x&check=yes", "fuzz", "check"],
    ["fuzz=1+2+3", "fuzz"],
    ["%", "%"],
    ["%E0%A4%A", "\uFFFD%A"],
    ["a\u0000b=1", "ab"],
  ];
  for (const [fragment, ...fields] of hostile)
    test(JSON.stringify(fragment).slice(0, 50), () => {
      const { link: got, notices } = decode(fragment);
      expect(notices.map(({ field }) => field).sort()).toEqual([...fields].sort());
      expect(valid(got.settings)).toBe(true);
      for (const { reason, used } of notices) expect(`${reason}${used}`).not.toBe("");
    });

  const nasty = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double().map(String),
    fc.constantFrom("NaN", "1e400", "-0", "null", "[]", "{}", "%00", "\u202e", "0".repeat(5000)),
  );
  property.prop(
    [
      fc.array(
        fc.tuple(fc.oneof(fc.constantFrom(...PARAM_KEYS, "at", "v", "engine"), nasty), nasty),
      ),
    ],
    {
      seed: SEED,
      numRuns: 1000,
    },
  )("1,000 random ones", (entries) => {
    const fragment = entries.map(([key, value]) => `${key}=${value}`).join("&");
    const { link: got, notices } = decode(fragment);
    expect(valid(got.settings)).toBe(true);
    for (const key of PARAM_KEYS)
      if (PARAMS[key].kind === "number") expect(Number.isFinite(got.settings[key])).toBe(true);
    // What differs from what was asked for is named.
    const asked = new URLSearchParams(fragment);
    for (const key of PARAM_KEYS) {
      const text = asked.get(key);
      const named = notices.some(({ field }) => field === key);
      if (text !== null && !named && PARAMS[key].kind === "number")
        expect(got.settings[key]).toBe(Number(text) + 0);
    }
  });
});
