/**
 * @file Faults of what surrounds the page. Each has a server and a page of its own, and several wait at once: most of their
 * time goes by until the page has given something up.
 */
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, type TestContext, test } from "vitest";
import { evidence } from "../evidence";
import { openSite, type Served, type Site, serveSite } from "../site";
import { FAULTS } from "./faultTable";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** A server that can be spoilt, and a page of no address yet; both are closed after the test. */
async function place({ onTestFinished }: Pick<TestContext, "onTestFinished">) {
  const served = await serveSite();
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  onTestFinished(async () => {
    await page.close();
    await served.close();
  });
  return { served, page } satisfies { readonly served: Served; readonly page: Page };
}

const seen = (fault: string, survived: string) =>
  evidence("faults", { fault, browser: "Chromium", survived });

/** The newest step that the page has shown, in its foot. */
const steps = async (on: Page): Promise<number> =>
  Number(
    /step ([\d,]+)/
      .exec((await on.locator("footer.transport").innerText()) ?? "")?.[1]
      .replace(",", "") ?? 0,
  );

describe.concurrent("faults of what surrounds the page", () => {
  for (const { fault, spoil, link, sees, never, trains, file, survived } of FAULTS)
    test(fault, async ({ expect, ...context }) => {
      const { served, page } = await place(context);
      served.spoil = spoil;
      const problems: string[] = [];
      page.on("pageerror", ({ message }) => problems.push(message));
      await page.goto(`${served.url}#${link}`);
      for (const [selector, text] of sees)
        await expect
          .poll(async () => (await page.locator(selector).allTextContents()).join(" "))
          .toMatch(text);
      if (never) expect(await page.locator("#page").textContent()).not.toMatch(never);
      if (trains) await expect.poll(() => steps(page)).toBeGreaterThan(3);
      // Each try asks twice: for the file, and why it did not start.
      if (file)
        expect(served.asked.filter((path) => file.test(path)).length).toBeLessThanOrEqual(9);
      expect(problems).toEqual([]);
      seen(fault, survived);
    });

  test("a probe that is there again answers, when the network is back", async ({
    expect,
    ...context
  }) => {
    const { served, page } = await place(context);
    served.spoil = (path) => (/probe\.worker-/.test(path) ? { status: "cut" } : null);
    await page.goto(`${served.url}#v=1&pace=60`);
    const problem = page.locator(".panel.matrix .problem");
    await problem.waitFor();
    expect(await problem.textContent()).toContain("the connection is down");
    served.spoil = () => null;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await problem.waitFor({ state: "detached" });
    expect(await page.locator(".notices").count()).toBe(0);
    seen("the network is down while the probe is opened", "answers when it is back");
  });

  test("a run for which no worker was to be had begins when the network is back", async ({
    expect,
    ...context
  }) => {
    const { served, page } = await place(context);
    served.spoil = (path) => (/train\.worker-/.test(path) ? { status: "cut" } : null);
    await page.goto(`${served.url}#v=1`);
    await page.locator(".verdict.failed").waitFor();
    served.spoil = () => null;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.getByText("The network is back. The run goes on from step 0.").waitFor();
    await page.locator(".verdict.generalisation").waitFor();
    seen("the network is down while the training worker is opened", "trains when it is back");
  });

  test("SIMD that is there again is taken when it is chosen", async ({ expect, ...context }) => {
    const { served, page } = await place(context);
    served.spoil = (path) => (/kernel-/.test(path) ? { status: 404 } : null);
    await page.goto(`${served.url}#v=1&n=6&width=8&pace=60`);
    const words = page.locator(".engine summary");
    await expect.poll(() => words.textContent()).toMatch(/plain loops/);
    served.spoil = () => null;
    await words.click();
    const choice = page.locator(".engine select");
    await expect
      .poll(async () => {
        await choice.selectOption("auto");
        await choice.selectOption("simd");
        return words.textContent();
      })
      .toMatch(/SIMD, exact/);
  });

  test("in a frame that may start no worker by its address the page trains", async ({
    expect,
    ...context
  }) => {
    const { served, page } = await place(context);
    served.spoil = () => ({ headers: { "access-control-allow-origin": "*" } });
    await page.setContent(
      `<iframe sandbox="allow-scripts" width="1200" height="700" src="${served.url}#v=1"></iframe>`,
    );
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    if (!frame) throw new Error("the frame has no content");
    await frame.locator(".verdict.generalisation").waitFor();
    expect(await frame.locator(".engine summary").textContent()).toMatch(/SIMD, exact/);
    seen(
      "a sandboxed frame that may start no worker by its address",
      "workers are begun by a line that imports them",
    );
  });

  test("a grid whose workers are gone says so, and trains when they are there again", async ({
    expect,
    ...context
  }) => {
    const { served, page } = await place(context);
    served.spoil = (path) => (/pool\.worker-/.test(path) ? { status: 404 } : null);
    await page.goto(`${served.url}#v=1&chapter=depth`);
    const bar = page.locator(".study-bar").first();
    await bar.getByRole("button", { name: "Train it here" }).click();
    const trouble = bar.locator(".trouble");
    await trouble.filter({ hasText: "The workers" }).waitFor();
    expect(await trouble.textContent()).toMatch(
      /^The workers that train did not start \(the page was published anew .*; load it again\), so \d+ of \d+ networks are left untrained\.$/,
    );
    served.spoil = () => null;
    await bar.getByRole("button", { name: "Train", exact: true }).click();
    await bar.getByRole("button", { name: "Pause" }).waitFor();
    await expect.poll(() => bar.textContent()).toMatch(/on SIMD/);
    seen("the files of a grid’s workers are gone", "says so, and trains once they are there");
  });
});
