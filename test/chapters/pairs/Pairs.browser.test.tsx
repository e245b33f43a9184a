import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { App } from "../../../src/app/App";
import { HOME } from "../../../src/app/chapters";
import { pairer } from "../../../src/chapters/pairs/model/pairer";
import { scoresOf } from "../../../src/chapters/pairs/model/pairs";
import { PRESETS } from "../../../src/chapters/pairs/model/presets";
import { pairStore } from "../../../src/chapters/pairs/model/store";
import type { PairsAnswer, PairsQuestion } from "../../../src/chapters/pairs/worker/wire";
import { DEFAULTS } from "../../../src/experiment/params";
import { change } from "../../../src/kit/live/model/actions";
import { startInquiry } from "../../../src/kit/live/model/inquiry";
import { startSession } from "../../../src/kit/live/model/session";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";
import { StoreProvider } from "../../../src/kit/live/usePage";
import { portProbe } from "../../../src/run/probe";
import { workerSource } from "../../../src/run/source";
import { workerPort } from "../../../src/run/workerPort";

let store: Store;
let root: Root;
let host: HTMLElement;
let ends: (() => void)[];

const PATIENCE = { timeout: 30_000 };

/** The chapter on real workers, at a late stage of plain gradient descent. */
beforeEach(async () => {
  await page.viewport(1280, 720);
  const trainer = new Worker(new URL("../../../src/engine/train.worker.ts", import.meta.url), {
    type: "module",
  });
  const prober = new Worker(new URL("../../../src/engine/probe.worker.ts", import.meta.url), {
    type: "module",
  });
  const pairWorker = new Worker(
    new URL("../../../src/chapters/pairs/worker/pairs.worker.ts", import.meta.url),
    {
      type: "module",
    },
  );
  const [{ changes }] = PRESETS;
  store = createPageStore({
    ...HOME,
    chapter: "pairs",
    engine: "simd",
    settings: { ...DEFAULTS, ...changes },
    at: 900,
  });
  pairer.give(
    store,
    portProbe<PairsQuestion, PairsAnswer>(() => workerPort(pairWorker)),
  );
  ends = [
    startSession(
      store,
      workerSource(() => workerPort(trainer)),
      () => performance.now(),
    ),
    startInquiry(
      store,
      portProbe(() => workerPort(prober)),
    ),
    ...[trainer, prober, pairWorker].map((worker) => () => worker.terminate()),
  ];
  host = document.body.appendChild(document.createElement("div"));
  host.style.height = "720px";
  root = createRoot(host);
  root.render(
    <StoreProvider value={store}>
      <App />
    </StoreProvider>,
  );
  await expect.poll(() => host.querySelector(".view-pair-track svg"), PATIENCE).not.toBeNull();
});

afterEach(() => {
  for (const end of ends) end();
  root.unmount();
  host.remove();
});

const answerAt = (step: number) =>
  expect
    .poll(
      () => !pairStore(store).getState().busy && pairStore(store).getState().answer?.step,
      PATIENCE,
    )
    .toBe(step);

const followed = () => pairStore(store).getState().answer?.track.pair.join();

test("the sentence and the table say the correlation that is measured", async () => {
  await answerAt(900);
  const { answer } = pairStore(store).getState();
  if (!answer) throw new Error("unreachable");
  const { near } = scoresOf(answer.map).drive;
  const text = (near ?? 0).toFixed(2);
  await expect
    .element(
      page.getByRole("button", { name: `with drive, nearer half: correlation ${text}` }),
      PATIENCE,
    )
    .toBeVisible();
  expect(host.querySelector(".findings")?.textContent).toContain(
    `With the drive it is ${text} (it holds)`,
  );
  expect(host.textContent).not.toMatch(/NaN|undefined|Infinity/);
});

test("pressing a correlation shows that theory in both pictures", async () => {
  await answerAt(900);
  await userEvent.click(page.getByRole("button", { name: /with drive, bend, all pairs/ }));
  const names = () =>
    ["track", "scatter"].map((name) =>
      host.querySelector(`.view-pair-${name} svg`)?.getAttribute("aria-label"),
    );
  await expect
    .poll(() => names().every((name) => name?.includes("Eq. 7 + both")), PATIENCE)
    .toBe(true);
  expect(names()[1]).toContain("135 pairs");
});

test("a pair can be taken from the map by keys and from latent space by two presses", async () => {
  await answerAt(900);
  const before = followed();
  // A picture follows its data a frame later.
  await expect
    .poll(() => host.querySelectorAll(".view-pair-scatter .dot").length, PATIENCE)
    .toBe(67);
  await expect.poll(() => host.querySelectorAll(".view-latent .disc").length, PATIENCE).toBe(30);
  const map = host.querySelector(".view-pair-scatter svg") as SVGSVGElement;
  map.focus();
  await userEvent.keyboard("{ArrowRight}{Enter}");
  await expect.poll(followed, PATIENCE).not.toBe(before);
  const latent = host.querySelector(".view-latent svg") as SVGSVGElement;
  latent.focus();
  // Elements 0 and 3 of modulo 3; the cursor starts at 0.
  await userEvent.keyboard("{ArrowRight}{Enter}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}");
  await expect.poll(followed, PATIENCE).toBe("0,3");
});

test("a scrubbed step is answered, and so are other horizons", async () => {
  await answerAt(900);
  store.setState({ scrub: 100 });
  await expect
    .poll(() => pairStore(store).getState().answer?.step, PATIENCE)
    .toBeLessThanOrEqual(100);
  await userEvent.click(page.getByRole("button", { name: "100", exact: true }));
  await expect
    .poll(() => pairStore(store).getState().answer?.track.times.at(-1), PATIENCE)
    .toBe(100);
});

test("a relation that treats all elements differently says so, and offers one that does not", async () => {
  change(store, { relation: "greater-than" });
  await expect.element(page.getByText(/has no two elements alike/), PATIENCE).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: /Take/ }));
  await expect
    .poll(() => pairStore(store).getState().answer?.settings.relation, PATIENCE)
    .toBe("modulo-3");
  await expect.poll(() => host.querySelector(".view-pair-track svg path"), PATIENCE).not.toBeNull();
});

test("the page does not scroll at 1280 × 720", async () => {
  await answerAt(900);
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(720);
  const area = (element: Element | null) => {
    const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return width * height;
  };
  const share = area(host.querySelector(".hero")) / area(host.querySelector(".chapter"));
  expect(share).toBeGreaterThan(0.4);
});
