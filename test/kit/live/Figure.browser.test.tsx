import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createStore } from "zustand/vanilla";
import type { View } from "../../../src/kit/draw/view";
import { Figure } from "../../../src/kit/live/Figure";
import { perPage } from "../../../src/kit/live/model/perPage";
import { createPageStore } from "../../../src/kit/live/model/store";
import { StoreProvider } from "../../../src/kit/live/usePage";

interface Drawn {
  readonly value: number;
}

/** Writes its number; cannot write negative ones. */
const written: View<Drawn> = (root) => {
  const text = root.appendChild(document.createElement("b"));
  return {
    update({ value }) {
      if (value < 0) throw new Error(`${value} has no picture.`);
      text.textContent = `${value}`;
    },
    destroy: () => text.remove(),
  };
};
const unmountable: View<Drawn> = () => {
  throw new Error("It cannot be mounted.");
};
const same = (data: Drawn) => data;
const opposite = ({ value }: Drawn) => opposites.get(value) ?? null;
const opposites = new Map([1, 2, -3].map((value) => [value, { value: -value }]));

let root: Root;
let host: HTMLElement;
beforeEach(() => {
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  root.unmount();
  host.remove();
  vi.restoreAllMocks();
});
const words = () => host.textContent;

test("a picture that fails says so in its own place, the others go on, and it can be drawn again", async () => {
  const store = createStore<Drawn>(() => ({ value: 1 }));
  const drawn = perPage(() => store);
  root.render(
    <StoreProvider value={createPageStore()}>
      <Figure of={drawn} view={written} table={null} select={same} />
      <Figure of={drawn} view={written} table={null} select={opposite} />
    </StoreProvider>,
  );
  await expect.poll(words).toBe("1This picture could not be drawn: -1 has no picture. Draw again");
  store.setState({ value: 2 });
  await expect.poll(words).toMatch(/^2This/);
  await userEvent.click(page.getByRole("button", { name: "Draw again" }));
  await expect.poll(words).toBe("2This picture could not be drawn: -2 has no picture. Draw again");
  store.setState({ value: -3 });
  await expect.poll(words).toContain("-3 has no picture");
  await userEvent.click(page.getByRole("button", { name: "Draw again" }).last());
  await expect.poll(words).toMatch(/^This picture could not be drawn: -3.*3$/);
});

test("a picture that cannot even be mounted fails alone too", async () => {
  const drawn = perPage(() => createStore<Drawn>(() => ({ value: 5 })));
  root.render(
    <StoreProvider value={createPageStore()}>
      <Figure of={drawn} view={unmountable} table={null} select={same} />
      <Figure of={drawn} view={written} table={null} select={same} />
    </StoreProvider>,
  );
  await expect.poll(words).toMatch(/^This picture.*It cannot be mounted\..*5$/);
});
