/** @file What the page must do in every engine that it is served to. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { browserPath, type EngineName } from "../../scripts/browsers";
import { CHAPTERS } from "../../src/app/chapters";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { fingerprint } from "../../src/experiment/fingerprint";
import { DEFAULTS, type ParamKey, type Settings } from "../../src/experiment/params";
import { EXACT_RUNS } from "../fixtures/exactRuns";
import { finishedOnShelf } from "../reading/shelf";
import { brokenRules } from "./axe";
import { type Opened, openIn } from "./open";
import { READINGS } from "./readings";
import {
  addressHas,
  atStep,
  drawn,
  expectNothingWider,
  middleOf,
  openLink,
  pressButton,
  says,
} from "./steps";

/** The looks besides light on a wide screen, as what a link adds. */
const LOOKS = { dark: "&theme=dark", lecture: "&profile=lecture" } as const;

/** What differs from the defaults, as a link says it. */
const written = (settings: Settings): string =>
  (Object.keys(settings) as ParamKey[])
    .filter((key) => settings[key] !== DEFAULTS[key])
    .map((key) => `&${key}=${settings[key]}`)
    .join("");

/** What an exact link says of the way there: four digits at each power of two. */
async function wayOf(settings: Settings, step: number): Promise<string[]> {
  const ensemble = await (await loadSimdEngine()).create([settings]);
  const digits: string[] = [];
  for (let at = 1; at < step; at *= 2) {
    await ensemble.advance([at]);
    digits.push(fingerprint(await ensemble.parameters()).slice(0, 4));
  }
  ensemble.dispose();
  return digits;
}

/** Runs it all in an engine; `axe` where no other test does. */
export function tryEngine(engine: EngineName, axe: boolean): void {
  describe.runIf(browserPath(engine) !== null)(engine, () => {
    let visit: Opened;
    beforeAll(async () => {
      visit = await openIn(engine);
    });
    afterAll(() => visit?.close());

    const expectClean = async () => {
      if (axe) expect(await brokenRules(visit)).toEqual([]);
    };

    test.each(CHAPTERS.map(({ id, number }) => ({ id, number })))(
      "chapter $number is drawn as it is, light and dark, wide and narrow, and in a lecture",
      async ({ id, number }) => {
        const link = `&chapter=${id}${READINGS[id].link}`;
        await openLink(visit, link);
        await drawn(visit);
        await vi.waitFor(() => READINGS[id].read(visit), { timeout: 60_000, interval: 500 });
        await expectClean();

        await visit.resize(390, 844);
        await openLink(visit, `${link}${LOOKS.dark}`);
        await drawn(visit);
        await expectNothingWider(visit);
        await expectClean();
        const ground = await visit.ask(() => getComputedStyle(document.body).backgroundColor, null);
        expect(ground).toBe("rgb(18, 20, 24)");

        await visit.resize(1280, 720);
        await openLink(visit, `&chapter=${id}${LOOKS.lecture}`);
        await drawn(visit);
        await expectClean();
        expect(await visit.complaints()).toEqual([]);
        visit.tried(
          `chapter ${number}: data read back, dark, 390 px, lecture${axe ? ", axe" : ""}`,
        );
      },
    );

    test.each(EXACT_RUNS)(
      "$name is met bit for bit",
      async ({ settings, step, fingerprint: met }) => {
        const exact = [met, ...(await wayOf(settings, step))].join(".");
        await openLink(visit, `&engine=simd${written(settings)}&at=${step}&exact=${exact}`);
        await says(visit, "body", `to the shared run at step ${step.toLocaleString("en-US")}`);
        expect(await visit.ask(() => document.body.textContent, null)).toMatch(/Identical/);
        visit.tried("an exact link");
      },
    );

    test("a drag moves what is taken hold of", async () => {
      await openLink(visit, "&chapter=two-repons");
      await drawn(visit);
      const ring = ".handle.x1:not(.far) .ring";
      const from = await middleOf(visit, ring);
      const to = { x: Math.round(from.x + 30), y: Math.round(from.y - 40) };
      await visit.drag(from, to);
      await addressHas(visit, "two-repons=");
      await expect
        .poll(async () => {
          const now = await middleOf(visit, ring);
          return Math.hypot(now.x - to.x, now.y - to.y);
        })
        .toBeLessThan(2);
      visit.tried("drag");
    });

    test("the wheel zooms where the pointer is, and keys lead through the run", async () => {
      await openLink(visit, "&at=120");
      await atStep(visit, 120);
      await drawn(visit);
      const at = await middleOf(visit, ".hero .view-latent svg");
      const spread = () =>
        visit.ask(() => {
          const xs = [...document.querySelectorAll(".hero .disc")].map(
            (disc) => disc.getBoundingClientRect().left,
          );
          return Math.max(...xs) - Math.min(...xs);
        }, null);
      const before = await spread();
      // Of two turns WebKit's driver loses one.
      await expect
        .poll(async () => {
          await visit.wheel(at, -100);
          return spread();
        })
        .toBeGreaterThan(1.1 * before);
      const timeline = "[aria-label='Shown step of the run']";
      await visit.ask((asked) => document.querySelector<HTMLElement>(asked)?.focus(), timeline);
      await visit.press("Home");
      await atStep(visit, 0);
      await visit.press("ArrowRight");
      await atStep(visit, 1);
      await visit.press("End");
      await atStep(visit, 120);
      visit.tried("wheel and keys");
    });

    test("a grid that was trained is there again after a reload", async () => {
      await openLink(
        visit,
        "&chapter=phases&n=12&phases=figure+here+columns+3+rows+3+steps+300+seeds+2",
      );
      await pressButton(visit, "Train 18 networks");
      await says(visit, ".grid-training progress + p", "18 of 18 decided");
      await says(visit, "button", "All trained");
      await expect.poll(() => visit.ask(finishedOnShelf, null)).toBe(18);
      await visit.reload();
      await says(visit, ".grid-training progress + p", "18 of 18 decided");
      expect(await visit.complaints()).toEqual([]);
      visit.tried("a grid kept over a reload");
    });
  });
}
