import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { App } from "../../src/app/App";
import { HOME } from "../../src/app/chapters";
import { startInquiry } from "../../src/kit/live/model/inquiry";
import { newestStep } from "../../src/kit/live/model/selectors";
import { startSession } from "../../src/kit/live/model/session";
import { createPageStore, type Store } from "../../src/kit/live/model/store";
import { StoreProvider } from "../../src/kit/live/usePage";
import { portProbe } from "../../src/run/probe";
import { workerSource } from "../../src/run/source";
import type { Reply, Request } from "../../src/run/wire";
import { workerPort } from "../../src/run/workerPort";

let store: Store;
let root: Root;
let host: HTMLElement;
let ends: (() => void)[];
let trainers: Worker[];

/** The page on real workers, except that nothing is bound to the address. */
beforeEach(async () => {
  await page.viewport(1280, 720);
  trainers = [];
  const openTrainer = () => {
    const trainer = new Worker(new URL("../../src/engine/train.worker.ts", import.meta.url), {
      type: "module",
    });
    trainers.push(trainer);
    return workerPort<Request, Reply>(trainer);
  };
  const prober = new Worker(new URL("../../src/engine/probe.worker.ts", import.meta.url), {
    type: "module",
  });
  store = createPageStore({ ...HOME, at: 400 }, [
    { field: "n", given: "x", used: "30", reason: "must be a number" },
  ]);
  ends = [
    startSession(store, workerSource(openTrainer), () => performance.now()),
    startInquiry(
      store,
      portProbe(() => workerPort(prober)),
    ),
    () => {
      for (const trainer of trainers) trainer.terminate();
    },
    () => prober.terminate(),
  ];
  host = document.body.appendChild(document.createElement("div"));
  host.style.height = "720px";
  root = createRoot(host);
  root.render(
    <StoreProvider value={store}>
      <App />
    </StoreProvider>,
  );
  await expect.poll(() => host.querySelector(".panel.latent svg")).not.toBeNull();
});

afterEach(() => {
  for (const end of ends) end();
  root.unmount();
  host.remove();
});

const arrived = () =>
  expect.poll(() => newestStep(store.getState().history), { timeout: 30_000 }).toBe(400);

test("the pictures are drawn and named, and the verdict comes", async () => {
  await arrived();
  await expect.element(page.getByText("Generalisation", { exact: true })).toBeVisible();
  const figures = [...host.querySelectorAll(".figure")];
  expect(figures).toHaveLength(3);
  for (const figure of figures)
    expect(figure.querySelector("[aria-label]")?.getAttribute("aria-label") ?? "").not.toBe("");
});

test("the probe's predictions agree with the accuracy that the engine reports", async () => {
  await arrived();
  await expect.poll(() => store.getState().answer?.step, { timeout: 20_000 }).toBe(400);
  const { answer, history } = store.getState();
  const right = answer?.predictions.reduce((sum, p, pair) => {
    const [x, y] = [Math.floor(pair / 30), pair % 30];
    return sum + (p > 0.5 === (x % 3 === y % 3) ? 1 : 0);
  }, 0);
  const last = history ? history.measures.entire[history.length - 1] : Number.NaN;
  // The last evaluated step may lie 1 % earlier; a few pairs may have changed sides since.
  expect(Math.abs((right ?? 0) / 900 - last)).toBeLessThan(0.02);
});

test("arrow keys move a slider to the next value, and the run starts again", async () => {
  await arrived();
  const slider = page.getByRole("slider", { name: "decoder rate" });
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(store.getState().link.settings.decoderRate).toBe(0.0011);
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(store.getState().link.settings.decoderRate).toBeLessThan(0.001);
});

test("a typed value is taken, nonsense is refused with a sentence, and ↺ brings the paper's back", async () => {
  const field = page.getByRole("textbox", { name: "encoder rate, value" });
  await field.fill("0.02");
  await userEvent.keyboard("{Enter}");
  expect(store.getState().link.settings.encoderRate).toBe(0.02);
  await page.getByRole("textbox", { name: "encoder rate, value" }).fill("fast");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText(/“fast” must be a number/)).toBeVisible();
  expect(store.getState().link.settings.encoderRate).toBe(0.02);
  await page.getByRole("button", { name: "encoder rate: back to the paper’s value" }).click();
  expect(store.getState().link.settings.encoderRate).toBe(0.001);
});

test("presets, pause, one step and reset do what they say", async () => {
  await page.getByRole("button", { name: "fast" }).click();
  expect(store.getState().link.settings.encoderRate).toBe(0.01);
  await expect
    .poll(() => newestStep(store.getState().history), { timeout: 20_000 })
    .toBeGreaterThan(5);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect.poll(() => store.getState().transport.playing).toBe(false);
  // The worker answers in order: by then it has heard of the pause, and what is on its way comes.
  await new Promise<void>((resolve) => {
    trainers[0].addEventListener("message", ({ data }) => data.kind === "alive" && resolve());
    trainers[0].postMessage({ kind: "ping", run: 0 } satisfies Request);
  });
  let rest = -1;
  while (rest !== newestStep(store.getState().history)) {
    rest = newestStep(store.getState().history);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  await page.getByRole("button", { name: "One step" }).click();
  await expect.poll(() => newestStep(store.getState().history)).toBe(rest + 1);
  await page.getByRole("button", { name: "Start again" }).click();
  await expect.poll(() => newestStep(store.getState().history)).toBeLessThan(rest + 1);
});

test("what the link got wrong is listed until it is dismissed", async () => {
  await expect.element(page.getByText(/must be a number; 30 is used/)).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).click();
  expect(host.querySelector(".notices")).toBeNull();
});

test("a lost worker is said to be lost, the run goes on, and the sentence can be sent away", async () => {
  await expect.poll(() => newestStep(store.getState().history)).toBeGreaterThan(5);
  trainers[0].dispatchEvent(new ErrorEvent("error", { message: "out of memory", lineno: 1 }));
  await expect
    .element(page.getByText(/The training worker was lost \(out of memory\)\. The run goes on/))
    .toBeVisible();
  await arrived();
  expect(trainers).toHaveLength(2);
  expect(store.getState().exact).toBe(true);
  await page
    .getByRole("alert")
    .filter({ hasText: "was lost" })
    .getByRole("button", { name: "Dismiss" })
    .click();
  expect(store.getState().setback).toBeNull();
});

test("the badge says why WebGL is not taken once the run has lasted", async () => {
  await page.getByText("SIMD, exact", { exact: true }).click();
  await expect
    .element(page.getByText(/Not WebGL: software renderer \(.*SwiftShader/))
    .toBeVisible();
});

test("the map opens with the chapters that stand, and closes", async () => {
  await page.getByRole("button", { name: "Map" }).click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  expect(document.querySelector("dialog")).toBeNull();
});

test("a press beside the map closes it, one on its edge does not", async () => {
  await page.getByRole("button", { name: "Map" }).click();
  const dialog = page.getByRole("dialog");
  await expect.element(dialog).toBeVisible();
  await userEvent.click(dialog, { position: { x: 5, y: 5 } });
  await expect.element(dialog).toBeVisible();
  await userEvent.click(document.body, { position: { x: 3, y: 300 }, force: true });
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
});
