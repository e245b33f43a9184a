/** @file The paper's answers on the map: each with its verdict from the recordings, and the way there. */
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { HOME } from "../../../src/app/chapters";
import { Answers } from "../../../src/app/map/Answers";
import { createPageStore } from "../../../src/kit/live/model/store";
import { StoreProvider } from "../../../src/kit/live/usePage";

const real = window.fetch;
let end = () => {};
afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

/** The site's files are those of the tests' server; `lost` are not there. */
function open(lost: RegExp) {
  vi.stubGlobal("fetch", (file: string | URL, options?: RequestInit) => {
    const name = `${file}`.replace(/^.*\/data\//, "/data/");
    return lost.test(name)
      ? Promise.resolve(new Response("", { status: 404 }))
      : real(name, options);
  });
  const store = createPageStore(HOME);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  const closed = vi.fn();
  root.render(
    <StoreProvider value={store}>
      <Answers onClose={closed} />
    </StoreProvider>,
  );
  end = () => {
    root.unmount();
    host.remove();
  };
  return { store, closed, rows: () => [...host.querySelectorAll("li")] };
}

test("say what the paper says, what the recordings say to it, and lead there; one that lacks its files says so", async () => {
  const { store, closed, rows } = open(/figure-4-modulo-5\.json/);
  const words = (row: number) => rows()[row].textContent ?? "";
  await expect.poll(() => words(0)).toMatch(/^A1 .*at least b examples.*It holds here\..*135/);
  await expect.poll(() => words(1)).toMatch(/^A2 .*Liu et al\. \(2022\).*404/);
  await expect.poll(() => words(2)).toMatch(/^A3 .*It holds in part\..*a factor of 7\.5/);
  expect(rows().map((row) => row.className)).toEqual(["holds", "open", "partly"]);
  expect(closed).not.toHaveBeenCalled();
  await page.getByRole("button", { name: "Chapter 6, Phases" }).click();
  const { link } = store.getState();
  expect(link).toMatchObject({ chapter: "phases", parts: { phases: { picture: "even" } } });
  expect(closed).toHaveBeenCalledOnce();
});
