/**
 * @file Presets and phases in a browser: a preset tells its phase once it has been reached, and every badge
 * what its phase means: to a pointer, a finger, the keyboard and a screen reader.
 */
import "../../../src/kit/draw/palette.css";
import "../../../src/app/style/page.css";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Presets } from "../../../src/chapters/repons/Presets";
import { DEFAULTS } from "../../../src/experiment/params";
import { emptyHistory } from "../../../src/kit/live/model/history";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";
import { StoreProvider } from "../../../src/kit/live/usePage";
import { Verdict } from "../../../src/kit/live/Verdict";
import { START } from "../../../src/run/outcome";
import { PHASE_MEANINGS } from "../../../src/theory/phase";

let host: HTMLElement;
let root: Root;
let store: Store;
beforeEach(async () => {
  host = document.body.appendChild(document.createElement("div"));
  host.style.cssText = "width: 600px; height: 400px";
  store = createPageStore();
  root = createRoot(host);
  root.render(
    <StoreProvider value={store}>
      <Presets />
      <Verdict />
    </StoreProvider>,
  );
  await expect.poll(() => host.querySelector("button")).not.toBeNull();
});
afterEach(() => {
  root.unmount();
  host.remove();
});

const run = (train: number | null, test: number | null, step = 5000, seed = 0) =>
  store.setState({
    history: {
      ...emptyHistory({ ...DEFAULTS, seed }),
      progress: { ...START, step, train, test },
    },
  });
const chips = () => [...host.querySelectorAll(".chip")];
const chip = (label: string) =>
  page.getByRole("button", { name: label, exact: true }).element() as HTMLElement;
const described = (element: Element) =>
  document.getElementById(element.getAttribute("aria-describedby") ?? "");
const shown = () =>
  [...host.querySelectorAll<HTMLElement>("[role=tooltip]")]
    .filter((tip) => getComputedStyle(tip).display !== "none")
    .map((tip) => tip.textContent);

test("no preset tells its phase before the reader's run of it has come to one", async () => {
  expect(chips()).toHaveLength(5);
  run(290, null);
  await expect.element(page.getByText("Grokking or memorisation")).toBeVisible();
  expect(host.querySelectorAll(".chip .badge, .presets [role=tooltip]")).toHaveLength(0);
});

test("then it tells what was reached, not what was meant, and keeps it", async () => {
  run(290, 3000, 5000, 4);
  await expect.poll(() => host.querySelectorAll(".chip .badge").length).toBe(1);
  expect(chips()[0].querySelector(".badge.grokking")?.textContent).toBe("K");
  expect(described(chips()[0])?.textContent).toBe(PHASE_MEANINGS.grokking);
  store.setState({ history: { ...emptyHistory({ ...DEFAULTS, depth: 0 }), progress: START } });
  await expect.element(page.getByText("neither train nor test")).toBeVisible();
  expect(host.querySelectorAll(".chip .badge")).toHaveLength(1);
});

test("a chip holds no button, and its definition is its description", async () => {
  run(290, 310);
  await expect.poll(() => host.querySelectorAll(".chip .badge").length).toBe(1);
  expect(host.querySelectorAll("button button")).toHaveLength(0);
  await userEvent.hover(chip("paper’s defaults"));
  expect(shown()).toEqual([PHASE_MEANINGS.generalisation]);
  await userEvent.unhover(chip("paper’s defaults"));
});

test("the verdict's badge says what its phase means on hover, on focus and once it is pressed", async () => {
  run(290, 310);
  const badge = page.getByRole("button", { name: "What is generalisation?" });
  await expect.element(badge).toBeVisible();
  expect(described(badge.element())?.textContent).toBe(PHASE_MEANINGS.generalisation);
  expect(shown()).toEqual([]);
  await userEvent.hover(badge);
  expect(shown()).toEqual([PHASE_MEANINGS.generalisation]);
  await userEvent.unhover(badge);
  expect(shown()).toEqual([]);
  (badge.element() as HTMLElement).focus();
  expect(shown()).toEqual([PHASE_MEANINGS.generalisation]);
  const tip = host.querySelector(".verdict [role=tooltip]")?.getBoundingClientRect();
  const verdict = host.querySelector(".verdict")?.getBoundingClientRect();
  expect(tip?.top).toBeGreaterThanOrEqual((verdict?.bottom ?? Infinity) - 2);
  expect(tip?.width).toBeGreaterThan(300);
});

test("where no phase means anything the verdict has no colour and no letter", async () => {
  const settings = { ...DEFAULTS, relation: "tree" as const };
  store.setState(({ link }) => ({ link: { ...link, settings } }));
  run(1, 1);
  await expect.element(page.getByText("No phase means anything here")).toBeVisible();
  expect(host.querySelector(".verdict")?.className).toBe("verdict open");
  expect(host.querySelector(".verdict .badge")?.textContent).toBe("–");
});
