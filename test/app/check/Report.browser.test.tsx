import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Report } from "../../../src/app/check/Report";
import type { CheckReply } from "../../../src/run/finding";
import { type WorkerPort, workerPort } from "../../../src/run/workerPort";

let root: Root | undefined;
let place: HTMLElement | undefined;
afterEach(() => {
  root?.unmount();
  place?.remove();
  vi.restoreAllMocks();
});

function shown(open: () => WorkerPort<never, CheckReply>): HTMLElement {
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  root.render(<Report open={open} home="#" />);
  return place;
}

const checker = (url: URL) => () =>
  workerPort<never, CheckReply>(new Worker(url, { type: "module" }));
const ours = checker(new URL("../../../src/engine/check.worker.ts", import.meta.url));
const wrong = checker(new URL("../../engine/check/wrong.worker.ts", import.meta.url));

const sum = (on: HTMLElement) => on.querySelector("[role=status]")?.textContent;
const failing = (on: HTMLElement) =>
  [...on.querySelectorAll("li.fails b")].map(({ textContent }) => textContent);

async function copied(on: HTMLElement): Promise<string> {
  let text = "";
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (given) => {
    text = given;
  });
  const button = [...on.querySelectorAll("button")].find(
    (each) => each.textContent === "Copy the report",
  );
  button?.click();
  await expect.poll(() => text).not.toBe("");
  return text;
}

test("a sound browser: nothing fails, every line has its numbers, and the report can be copied", async () => {
  const page = shown(ours);
  await expect.poll(() => sum(page)).toBe("Nothing fails here.");
  const lines = page.querySelectorAll("li");
  expect(lines.length).toBeGreaterThan(20);
  const text = await copied(page);
  expect(text.split("\n")).toHaveLength(lines.length + 1);
  expect(text).toMatch(/PASSES {2}browser: Mozilla.*Chrom/);
  expect(text).toMatch(/PASSES {2}the paper’s run is the same.*77faa506-f18bc18a at step 500/);
  expect(text).toMatch(/PASSES {2}clock: moves in steps of/);
});

test("a planted fault of an engine is named, on the page and in the report", async () => {
  const page = shown(wrong);
  await expect.poll(() => sum(page)).toMatch(/^2 of \d+ fail here\.$/);
  expect(failing(page)).toEqual([
    "the paper’s run is the same, bit for bit, as everywhere",
    "SIMD agrees with plain loops",
  ]);
  expect(await copied(page)).toMatch(/FAILS {2}the paper’s run.*in place of 77faa506-f18bc18a/);
});

test("storage that refuses is named, and the rest is still tried", async () => {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("The operation is insecure.");
  });
  const page = shown(ours);
  await expect.poll(() => sum(page)).toMatch(/^1 of \d+ fails here\.$/);
  expect(failing(page)).toEqual(["storage between visits"]);
  expect(page.querySelector("li.fails")?.textContent).toContain("The operation is insecure.");
});

test("a worker that does not start is named", async () => {
  const page = shown(checker(new URL("./there-is-none.js", import.meta.url)));
  await expect.poll(() => sum(page)).toMatch(/^1 of \d+ fails here\.$/);
  expect(failing(page)).toEqual(["the worker that checks"]);
});
