/** @file Beside Figure 4 in a browser: the run that is shown says whose it is. */
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { DepthRun } from "../../../src/chapters/depth/DepthRun";
import { FIGURE_4_PART, figure4 } from "../../../src/chapters/depth/model/figure4";
import { cells } from "../../../src/experiment/experiment";
import { DEFAULTS, type Settings } from "../../../src/experiment/params";
import { change } from "../../../src/kit/live/model/actions";
import { partOf } from "../../../src/kit/live/model/link";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";
import { StoreProvider } from "../../../src/kit/live/usePage";

let host: HTMLElement;
let root: Root;
let store: Store;
beforeEach(async () => {
  host = document.body.appendChild(document.createElement("div"));
  store = createPageStore();
  root = createRoot(host);
  root.render(
    <StoreProvider value={store}>
      <DepthRun />
    </StoreProvider>,
  );
  await expect.poll(() => host.querySelector(".depth-run")).not.toBeNull();
});
afterEach(() => {
  root.unmount();
  host.remove();
});

const said = () => host.querySelector(".depth-run p")?.textContent;
const own = () => store.getState().link.settings;
const dots = () => cells(figure4(partOf(store.getState().link, FIGURE_4_PART)).experiment);
const isDot = ({ depth, seed, width, trainFraction, relation }: Settings) =>
  dots().some(
    (dot) =>
      dot.depth === depth &&
      dot.seed === seed &&
      dot.width === width &&
      dot.trainFraction === trainFraction &&
      dot.relation === relation,
  );

test("a network that is no dot is named and said to be none, and a press shows one that is", async () => {
  expect(isDot(own())).toBe(false);
  expect(said()).toMatch(/^None of these dots: equal modulo 3, nh = 3, width 50, seed 0$/);
  await userEvent.click(page.getByRole("button", { name: "Show one of them" }));
  await expect.poll(said).toBe("equal modulo 3, nh = 3, seed 0, trained now");
  expect(isDot(own())).toBe(true);
});

test("a relation that the figure has not is named, too", async () => {
  change(store, { ...DEFAULTS, relation: "tree", depth: 40, seed: 99 });
  await expect.poll(said).toMatch(/^None of these dots: tree, /);
  await userEvent.click(page.getByRole("button", { name: "Show one of them" }));
  await expect.poll(() => isDot(own())).toBe(true);
});

test("the network of a dot is named, and goes to chapter 1", async () => {
  change(store, dots()[7]);
  await expect
    .poll(said)
    .toBe(`equal modulo 3, nh = ${dots()[7].depth}, seed ${dots()[7].seed}, trained now`);
  await expect.element(page.getByRole("button", { name: "Open in chapter 1" })).toBeVisible();
});
