/** @file The program of the page’s run: it follows the settings, and what is saved is what is shown. */
import "../../../../src/kit/draw/palette.css";
import "../../../../src/app/style/page.css";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { Program } from "../../../../src/chapters/lab/take/Program";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { programOf } from "../../../../src/experiment/program/program";
import { change } from "../../../../src/kit/live/model/actions";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { StoreProvider } from "../../../../src/kit/live/usePage";

const CHANGES: Partial<Settings> = { relation: "tree", n: 9, batch: 16, decoderDecay: 0.1 };

let host: HTMLElement;
let root: Root;
let store: Store;
beforeEach(async () => {
  host = document.body.appendChild(document.createElement("div"));
  store = createPageStore();
  root = createRoot(host);
  root.render(
    <StoreProvider value={store}>
      <Program />
    </StoreProvider>,
  );
  await expect.poll(() => host.querySelector("pre")).not.toBeNull();
});
afterEach(() => {
  vi.restoreAllMocks();
  root.unmount();
  host.remove();
});

const shown = () => host.querySelector("pre")?.textContent;
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

test("what is shown is the program of the page's settings, in the library that is chosen", async () => {
  const { settings } = store.getState().link;
  expect(shown()).toBe(programOf(settings, "pytorch"));
  change(store, CHANGES);
  await expect.poll(shown).toBe(programOf({ ...settings, ...CHANGES }, "pytorch"));
  await press("NumPy");
  await expect.poll(shown).toBe(programOf({ ...settings, ...CHANGES }, "numpy"));
  expect(host.querySelector(".note")?.textContent).toContain("python3 geneft_numpy.py");
});

test("what is saved is what is shown, under the name that is told", async () => {
  const saved: { name: string; href: string }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, href: this.href });
  });
  await press("NumPy");
  await press("Save as .py");
  expect(saved.map(({ name }) => name)).toEqual(["geneft_numpy.py"]);
  const text = await (await fetch(saved[0].href)).text();
  expect(text).toBe(programOf({ ...DEFAULTS, ...store.getState().link.settings }, "numpy"));
  expect(text).toBe(shown());
});
