import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { App } from "../../../src/app/App";
import { HOME } from "../../../src/app/chapters";
import { boundStore } from "../../../src/chapters/data/model/boundStudy";
import { bounds } from "../../../src/chapters/data/model/bounds";
import { DATA_PART } from "../../../src/chapters/data/model/choices";
import { portBounds } from "../../../src/chapters/data/worker/wire";
import { partOf } from "../../../src/kit/live/model/link";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";
import { StoreProvider } from "../../../src/kit/live/usePage";
import { workerPort } from "../../../src/run/workerPort";

let store: Store;
let root: Root;
let host: HTMLElement;
let end: () => void;

const PATIENCE = { timeout: 60_000 };

/** The chapter on its real worker. */
beforeEach(async () => {
  await page.viewport(1280, 720);
  const worker = new Worker(
    new URL("../../../src/chapters/data/worker/bound.worker.ts", import.meta.url),
    {
      type: "module",
    },
  );
  store = createPageStore({ ...HOME, chapter: "data" });
  bounds.give(
    store,
    portBounds(() => workerPort(worker)),
  );
  end = () => worker.terminate();
  host = document.body.appendChild(document.createElement("div"));
  host.style.height = "720px";
  root = createRoot(host);
  root.render(
    <StoreProvider value={store}>
      <App />
    </StoreProvider>,
  );
  await expect.poll(() => host.querySelector(".view-bound .line.bound"), PATIENCE).not.toBeNull();
});

afterEach(() => {
  end();
  root.unmount();
  host.remove();
});

const done = () =>
  expect.poll(() => boundStore(store).getState().status.kind, PATIENCE).toBe("done");
const findings = () => host.querySelector(".findings")?.textContent ?? "";
const shownAs = (name: string) => page.getByRole("button", { name, exact: true });

test("the curve comes, and the sentences say its numbers", async () => {
  await done();
  await expect.poll(findings).toMatch(/Eq\. 3 with b = 47\.5 wants 0\.12 of the pairs/);
  expect(findings()).toMatch(/by inference it takes 0\.1[12]\d ± 0\.00\d/);
  expect(findings()).toMatch(/lies below what inference reaches between/);
  expect(host.textContent).not.toMatch(/NaN|undefined|Infinity/);
});

test("the slider of α moves the mark of Eq. (3)", async () => {
  const mark = () => host.querySelector(".marks path.critical")?.getAttribute("d");
  await expect.poll(mark).toBeTruthy();
  const before = mark();
  (host.querySelector("input[type=range]") as HTMLInputElement).focus();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.poll(() => partOf(store.getState().link, DATA_PART).alpha).toBe(0.89);
  await expect.poll(mark).not.toBe(before);
});

test("both figures count their data in what the switch of either says", async () => {
  await userEvent.click(shownAs("bits"));
  await userEvent.click(shownAs("Figure 3: networks"));
  const caption = () => host.querySelector(".networks .axis-caption")?.textContent;
  await expect.poll(caption).toMatch(/bits/);
  await userEvent.click(shownAs("fraction"));
  await expect.poll(caption).toMatch(/training fraction/);
  expect(partOf(store.getState().link, DATA_PART).unit).toBe("fraction");
});

test("a matrix that contradicts itself is told of, and drawn", async () => {
  await userEvent.click(shownAs("contradicts itself"));
  await expect
    .poll(findings, PATIENCE)
    .toMatch(
      /samples of \d+ pairs contradict the class.*R\((1, 2|3, 9)\) = 1 and R\((2, 1|9, 3)\) = 1 cannot both hold in a total order/,
    );
  await expect
    .poll(() => host.querySelectorAll(".view-contradiction .nodes circle").length, PATIENCE)
    .toBe(2);
});

test("a class without p says so and shows no bound", async () => {
  store.setState(({ link }) => ({
    link: { ...link, settings: { ...link.settings, relation: "transitive", n: 10 } },
  }));
  await done();
  await expect.poll(findings).toContain("No formula counts the transitive relations");
  await expect.poll(() => host.querySelector(".view-bound .line.inferable")).not.toBeNull();
  // A picture follows its data a frame later.
  await expect.poll(() => host.querySelectorAll(".view-bound .line.eq4").length).toBe(0);
  expect(host.querySelector(".view-bound .line.bound")).toBeNull();
});

test("drawn first, the curve is hidden, then shown with the distance", async () => {
  await done();
  await userEvent.click(page.getByRole("button", { name: "Guess first" }).first());
  await expect.poll(() => host.querySelectorAll(".view-bound .handles circle").length).toBe(9);
  expect(host.querySelector(".view-bound .line.bound")).toBeNull();
  (host.querySelector(".view-bound svg") as SVGSVGElement).focus();
  await userEvent.keyboard("{ArrowUp}{Enter}");
  await expect
    .poll(() => host.querySelector(".panel.bound .guess p")?.textContent)
    // Half of the answers against nearly all of them.
    .toMatch(/is off by 0\.4\d\d: the mean of \|guess − bound\| over the 26 fractions/);
  await expect.poll(() => host.querySelector(".view-bound .line.bound")).not.toBeNull();
});

test("pressing a class of Table 2 takes it as known", async () => {
  const symmetric = () => host.querySelectorAll<SVGGElement>(".view-table2 .row")[1];
  // Each picture is drawn in a frame of its own: the curve's may come before the table's.
  await expect.poll(symmetric, PATIENCE).toBeDefined();
  symmetric()?.focus();
  await userEvent.keyboard("{Enter}");
  expect(partOf(store.getState().link, DATA_PART).class).toBe("symmetric");
  await done();
  await expect.poll(findings).toContain("b = 465");
});

test("the page does not scroll at 1280 × 720", async () => {
  await done();
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(720);
  const area = (element: Element | null) => {
    const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return width * height;
  };
  const share = area(host.querySelector(".hero")) / area(host.querySelector(".chapter"));
  expect(share).toBeGreaterThan(0.4);
});
