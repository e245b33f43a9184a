import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site } from "../../site";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("chapter 2 opens from its link, computes its curve in its own worker, and the slider moves its mark", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await page.goto(`${site.url}#v=1&chapter=data&n=12&data=alpha+0.8+class+transitive+unit+yards`);
  await page.getByRole("alert").filter({ hasText: "data unit" }).waitFor();
  await page.locator(".view-bound .line.inferable").waitFor({ state: "attached" });
  expect(workers.some((url) => url.includes("bound.worker"))).toBe(true);
  const mark = page.locator(".view-bound .marks path.critical");
  await page.getByRole("radio", { name: /^equivalence/ }).press("Enter");
  await mark.waitFor({ state: "attached" });
  const before = await mark.getAttribute("d");
  await page.getByRole("slider", { name: "accuracy wanted" }).press("ArrowLeft");
  await expect.poll(() => mark.getAttribute("d")).not.toBe(before);
  await expect.poll(() => page.url()).toContain("data=alpha+0.79");
  await page.getByRole("button", { name: "contradicts itself" }).click();
  await page.getByText(/cannot both hold in a total order/).waitFor({ timeout: 60_000 });
  expect(problems).toEqual([]);
  await page.close();
});

test("the worker of chapter 2 is not loaded by the landing page", async () => {
  const page = await site.browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(site.url);
  await page.locator(".view-latent .disc").first().waitFor({ state: "attached" });
  expect(asked.filter((url) => url.includes("bound.worker"))).toEqual([]);
  await page.close();
});
