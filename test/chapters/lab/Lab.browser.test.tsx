/** @file The benches ask and compare on the page: what is asked and compared is what is said and drawn. */
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { App } from "../../../src/app/App";
import { codec, HOME } from "../../../src/app/chapters";
import { lanesOf } from "../../../src/chapters/lab/compare/model/lanes";
import { choose } from "../../../src/chapters/lab/model/actions";
import { LAB_PART, type LabChoices } from "../../../src/chapters/lab/model/choices";
import { fingerprint } from "../../../src/experiment/fingerprint";
import { DEFAULTS, type Settings } from "../../../src/experiment/params";
import { fileOf } from "../../../src/kit/live/keep/fileOf";
import { change } from "../../../src/kit/live/model/actions";
import { partOf, partsWith } from "../../../src/kit/live/model/link";
import { startSession } from "../../../src/kit/live/model/session";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";
import { StoreProvider } from "../../../src/kit/live/usePage";
import { openTrainer } from "../../../src/kit/live/workers";
import { writeRunFile } from "../../../src/run/runFile";
import { workerSource } from "../../../src/run/source";
import type { StoredFile } from "../../../src/run/storedRun";

const SMALL: Settings = { ...DEFAULTS, n: 6, width: 8, depth: 1, steps: 300 };

let root: Root;
let host: HTMLElement;
let end = () => {};

function open(settings: Settings, choices: Partial<LabChoices>): Store {
  const link = { ...HOME, chapter: "lab", engine: "simd" as const, settings };
  const store = createPageStore({ ...link, ...partsWith(link, LAB_PART, choices) }, [], {
    codec,
    rests: () => false,
    stored: () => null,
  });
  end = startSession(store, workerSource(openTrainer), () => performance.now());
  root.render(
    <StoreProvider value={store}>
      <App />
    </StoreProvider>,
  );
  return store;
}

beforeEach(async () => {
  await page.viewport(1280, 720);
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
});
afterEach(() => {
  end();
  root.unmount();
  host.remove();
});

/** What the page comes to. */
const settled = (look: () => unknown) => expect.poll(look);

const textOf = (selector: string) => host.querySelector(selector)?.textContent ?? "";

test("two real workers train one run twice: it is the same, and the difference is empty", async () => {
  const store = open(SMALL, { bench: "compare" });
  const b = () => lanesOf(store).getState().others[0]?.store;
  await settled(() => b()?.getState().status.kind).toBe("done");
  await settled(() => textOf(".difference .note")).toBe("no pairs of 36, step 300");
  const [mine, other] = [store, b()].map((each) => each?.getState().history?.snapshots ?? []);
  const prints = new Map(mine.map(({ step, parameters }) => [step, fingerprint(parameters)]));
  const shared = other.filter(({ step }) => prints.has(step));
  expect(shared.length).toBeGreaterThan(12);
  for (const { step, parameters } of shared) expect(fingerprint(parameters)).toBe(prints.get(step));
  expect(textOf(".findings")).toContain("Every repon of B is where A has it.");
  expect(textOf(".findings")).toContain("Both answer all 36 pairs alike.");
});

test("a knob of B is changed by its control, and leaving the bench lets the page's run go on", async () => {
  const store = open(SMALL, { bench: "compare", difference: { encoderRate: 0.1 } });
  await settled(() => textOf(".differences")).toContain("encoder rate 1e-3 → 0.1");
  await settled(() => textOf(".difference .note")).toMatch(/pairs? of 36, step 300/);
  expect(store.getState().bound).not.toBe(null);
  host.querySelector<HTMLButtonElement>(".differences button")?.click();
  expect(partOf(store.getState().link, LAB_PART).difference).toEqual({});
  choose(store, { bench: "ask" });
  await settled(() => store.getState().bound).toBe(null);
  expect(lanesOf(store).getState().others).toEqual([]);
});

test("a run file is B, and one that is none is named and changes nothing", async () => {
  const store = open({ ...SMALL, seed: 4, encoderRate: 0.05 }, { bench: "compare" });
  await settled(() => store.getState().status.kind).toBe("done");
  await settled(() => store.getState().checkpoint?.step).toBe(300);
  const kept = await writeRunFile(fileOf(store.getState()) as StoredFile);
  change(store, { seed: 0, encoderRate: 0.001 });
  const give = (content: Blob, name: string) => {
    const input = host.querySelector<HTMLInputElement>("input[accept='.run']") as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File([content], name));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  await settled(() => host.querySelectorAll("input[accept='.run']").length).toBe(1);
  give(new Blob(["no run"]), "odd.run");
  await settled(() => textOf(".lab .story")).toContain("“odd.run” is refused");
  expect(partOf(store.getState().link, LAB_PART).difference).toEqual({});
  give(kept, "fast.run");
  await settled(() => textOf(".lab .story")).toContain("B is the run of “fast.run”");
  expect(textOf(".lab .story")).toContain("at step 300");
  expect(partOf(store.getState().link, LAB_PART).difference).toEqual({
    seed: 4,
    encoderRate: 0.05,
  });
});

test("several seeds are as many pictures, and a pressed one becomes the page's run", async () => {
  const store = open(SMALL, { bench: "compare", lanes: "seeds", seeds: 3 });
  await settled(() => host.querySelectorAll(".thumb .disc").length).toBe(18);
  expect([...host.querySelectorAll(".thumb strong")].map((node) => node.textContent)).toEqual([
    "seed 0",
    "seed 1",
    "seed 2",
  ]);
  host.querySelectorAll<HTMLButtonElement>(".thumb > button")[2].click();
  expect(store.getState().link.settings.seed).toBe(2);
});

test("a chosen pair is answered, explained, and marked in latent space", async () => {
  const store = open(SMALL, { bench: "ask", x: 1, y: 4 });
  await settled(() => store.getState().status.kind).toBe("done");
  await settled(() => textOf(".reply .answer")).toMatch(
    /^The network answers (yes|no), with P = .*R\(1, 4\) = 1/,
  );
  expect(textOf(".reply")).toContain("Element 4 lies where P[R(1, ·) = 1] is");
  await settled(() => host.querySelectorAll(".asked").length).toBe(1);
  const select = host.querySelectorAll<HTMLSelectElement>(".pair-picker select")[1];
  select.value = "2";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  expect(partOf(store.getState().link, LAB_PART)).toMatchObject({ x: 1, y: 2 });
  await settled(() => textOf(".reply")).toContain("R(1, 2) = 0");
});
