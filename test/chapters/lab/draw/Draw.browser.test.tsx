/**
 * @file The drawing bench in a browser, its own panels on the page's store: tools, undo by keys, closures and
 * counterexamples in the picture, and a split that keeps a pair on either side.
 */
import "../../../../src/app/style/page.css";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mark } from "../../../../src/chapters/lab/draw/actions";
import { BrushPanel } from "../../../../src/chapters/lab/draw/BrushPanel";
import { PropertyPanel } from "../../../../src/chapters/lab/draw/PropertyPanel";
import { relationOf, trainMask } from "../../../../src/experiment/dataset";
import { countOnes, packMatrix } from "../../../../src/experiment/matrix";
import { change } from "../../../../src/kit/live/model/actions";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { StoreProvider } from "../../../../src/kit/live/usePage";
import { CLOSURES } from "../../../../src/theory/closures";
import { classesOf } from "../../../../src/theory/membership";
import { readCanvas } from "../../../reading/pixels";

const n = 8;
let host: HTMLElement;
let root: Root;
let store: Store;

const settings = () => store.getState().link.settings;
const truth = () => relationOf(settings()).truth;
const pairs = (...of: (readonly [number, number])[]) => {
  const bits = new Uint8Array(n * n);
  for (const [x, y] of of) bits[x * n + y] = 1;
  return bits;
};
const begin = (bits: Uint8Array) =>
  change(store, { relation: "custom", n, matrix: packMatrix(bits) });

async function open(target: "matrix" | "mask"): Promise<void> {
  root.render(
    <StoreProvider value={store}>
      <div style={{ display: "flex", height: 640 }}>
        <BrushPanel target={target} />
        <PropertyPanel />
      </div>
    </StoreProvider>,
  );
  await expect.poll(() => picture().getAttribute("aria-label")).toMatch(/^Relation matrix, 8 by 8/);
}
const picture = () => host.querySelectorAll("canvas")[1] as HTMLCanvasElement;
const key = (name: string, more: KeyboardEventInit = {}, node: EventTarget = picture()) =>
  node.dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }),
  );
const press = (name: string) => userEvent.click(page.getByRole("button", { name, exact: true }));
const choose = (list: string, entry: string) =>
  userEvent.selectOptions(page.getByRole("combobox", { name: list }), entry);
const said = () => host.querySelector(".how output")?.textContent;

beforeEach(async () => {
  await page.viewport(1100, 720);
  host = document.body.appendChild(document.createElement("div"));
  store = createPageStore();
  root = createRoot(host);
  begin(pairs([0, 1], [1, 2]));
});
afterEach(() => {
  root.unmount();
  host.remove();
});

describe("the relation", () => {
  beforeEach(() => open("matrix"));

  test("is drawn by keys in the real picture, and the symmetric brush draws both ways", async () => {
    await press("clear");
    picture().focus();
    key("ArrowDown");
    key("ArrowRight");
    key("ArrowRight");
    key(" ");
    expect(truth()).toEqual(pairs([0, 2]));
    await press("symmetric");
    // The press on a button has taken the focus, and the cursor with it.
    picture().focus();
    for (const name of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"]) key(name);
    expect(truth()).toEqual(pairs([0, 2], [3, 0], [0, 3]));
  });

  test("the antisymmetric brush takes the other way away", async () => {
    await press("antisymmetric");
    picture().focus();
    for (const name of ["ArrowDown", "ArrowDown", "Enter"]) key(name);
    expect(truth()).toEqual(pairs([1, 0], [1, 2]));
    key("Enter");
    expect(truth()).toEqual(pairs([1, 2]));
  });

  test("undo and redo by keys and by buttons, but not where text is written", async () => {
    const before = settings().matrix;
    await press("fill");
    const filled = settings().matrix;
    await press("invert");
    expect(countOnes(truth())).toBe(0);
    key("z", { ctrlKey: true }, document.body);
    expect(settings().matrix).toBe(filled);
    key("z", { metaKey: true }, document.body);
    expect(settings().matrix).toBe(before);
    key("Z", { ctrlKey: true, shiftKey: true }, document.body);
    expect(settings().matrix).toBe(filled);
    key("y", { ctrlKey: true }, document.body);
    expect(countOnes(truth())).toBe(0);
    await press("Undo");
    expect(settings().matrix).toBe(filled);
    await press("Redo");
    expect(countOnes(truth())).toBe(0);
    const field = host.appendChild(document.createElement("textarea"));
    key("z", { ctrlKey: true }, field);
    expect(countOnes(truth())).toBe(0);
    key("z", {}, document.body);
    expect(countOnes(truth())).toBe(0);
  });

  test("starts from any relation, and from a random member of any class", async () => {
    await choose("Start with", "greater-than");
    expect(settings()).toMatchObject({ relation: "custom", n });
    expect(truth()).toEqual(pairs(...all().filter(([x, y]) => x < y)));
    const seen = new Set<string>();
    for (let i = 0; i < 4; i++) {
      await choose("Random member of", "tree");
      expect(classesOf(n, truth())).toContain("tree");
      seen.add(settings().matrix);
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  test("closed, it says what was added and frames it, until the next stroke", async () => {
    begin(pairs([0, 1], [1, 2], [2, 3]));
    await choose("Close it", "until it is transitive");
    expect(truth()).toEqual(CLOSURES.transitive(n, pairs([0, 1], [1, 2], [2, 3])));
    await expect.poll(said).toBe("3 pairs were added, first (0, 2).");
    await expect.poll(inked).toBeGreaterThan(100);
    await choose("Close it", "until it is transitive");
    await expect.poll(said).toBe("It is transitive already: nothing was added.");
    picture().focus();
    key("ArrowDown");
    key(" ");
    key("Escape");
    await expect.poll(said).toBe("");
    await expect.poll(inked).toBe(0);
  });

  test("a counterexample that is pressed is framed in the picture, its elements named", async () => {
    const row = page.getByRole("row", { name: /^transitive/ });
    await expect.element(row).toHaveTextContent("R(0, 1) and R(1, 2) hold, R(0, 2) does not");
    expect(inked()).toBe(0);
    await userEvent.click(row.getByRole("button"));
    await expect.poll(inked).toBeGreaterThan(100);
    expect(store.getState().hovered).toEqual([0, 1, 2]);
    mark(store, null);
    await expect.poll(inked).toBe(0);
  });

  test("the smallest classes follow the drawing when it rests", async () => {
    const named = () =>
      [...host.querySelectorAll(".classes tbody th")].map((cell) => cell.textContent);
    begin(pairs(...all().filter(([x, y]) => x % 4 === y % 4)));
    await expect.poll(named).toEqual(["equivalence of 4 classes"]);
    begin(pairs(...all().filter(([x, y]) => x < y)));
    await expect.poll(named).toEqual(["total order"]);
  });
});

const all = () =>
  Array.from({ length: n * n }, (_, pair) => [Math.floor(pair / n), pair % n] as const);

/** Pixels of a frame over the cells: ink, below the labels. */
function inked(): number {
  const { left, top, where } = readCanvas(picture(), host);
  return where(([r, g, b, a]) => a > 200 && r + g + b < 150).filter(
    ({ x, y }) => x > left + 24 && y > top + 24,
  ).length;
}

describe("the split", () => {
  beforeEach(() => open("mask"));

  test("begins as it was drawn, and is drawn so again", async () => {
    const before = trainMask(settings());
    picture().focus();
    key("ArrowDown");
    key(" ");
    const after = trainMask(settings());
    expect(after[0]).toBe(1 - before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(truth()).toEqual(pairs([0, 1], [1, 2]));
    await press("as drawn by fraction");
    expect(settings().mask).toBe("");
    await press("Undo");
    expect(trainMask(settings())).toEqual(after);
  });

  test("keeps a pair on either side, and says so", async () => {
    const one = new Uint8Array(n * n);
    one[0] = 1;
    change(store, { mask: packMatrix(one) });
    await expect
      .poll(() => host.querySelector(".brush .note")?.textContent)
      .toBe("1 of 64 pairs trained on");
    picture().focus();
    key("ArrowDown");
    key(" ");
    expect(settings().mask).toBe(packMatrix(one));
    await expect.poll(said).toBe("At least one pair must be trained on: this stays as it was.");
    await press("invert");
    expect(countOnes(trainMask(settings()))).toBe(63);
    picture().focus();
    key("ArrowDown");
    key(" ");
    expect(countOnes(trainMask(settings()))).toBe(63);
    await expect.poll(said).toBe("At least one pair must be held out: this stays as it was.");
  });
});
