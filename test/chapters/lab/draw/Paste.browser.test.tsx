/**
 * @file Tables that are brought in and taken along, in a browser: typed, dropped or opened, each becomes the page's
 * relation or says what is wrong with it.
 */
import "../../../../src/kit/draw/palette.css";
import "../../../../src/app/style/page.css";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Gallery } from "../../../../src/chapters/lab/draw/Gallery";
import { GALLERY } from "../../../../src/chapters/lab/draw/gallery/list";
import { Paste } from "../../../../src/chapters/lab/draw/Paste";
import { unpackMatrix } from "../../../../src/experiment/matrix";
import { readTable } from "../../../../src/experiment/table/readTable";
import { elementNames } from "../../../../src/kit/live/model/names";
import { relation } from "../../../../src/kit/live/model/selectors";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { StoreProvider } from "../../../../src/kit/live/usePage";

let host: HTMLElement;
let root: Root;
let store: Store;
beforeEach(async () => {
  host = document.body.appendChild(document.createElement("main"));
  host.className = "lab";
  store = createPageStore();
  root = createRoot(host);
  root.render(
    <StoreProvider value={store}>
      <Gallery />
      <Paste />
    </StoreProvider>,
  );
  await expect.poll(() => host.querySelector("textarea")).not.toBeNull();
});
afterEach(() => {
  root.unmount();
  host.remove();
  vi.restoreAllMocks();
});

const field = () => page.getByRole("textbox", { name: "A table" });
const use = () => page.getByRole("button", { name: "Use it" });
const said = () => host.querySelector(".read")?.textContent ?? "";
const settings = () => store.getState().link.settings;
const names = () => elementNames(store.getState().link);

const TABLE = ",a,b,c,<i>d</i>\na,0,1,1,0\nb,1,0,0,1\nc,0,0,1,1\n<i>d</i>,1,0,0,0";
const DIGITS = "0110100100111000";

const file = (content: BlobPart, name = "table.csv") => new File([content], name);
function drop(...files: readonly File[]) {
  const dataTransfer = new DataTransfer();
  for (const one of files) dataTransfer.items.add(one);
  field()
    .element()
    .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

describe("a table", () => {
  test("that is good says what it was read as, and is the page's relation once it is used", async () => {
    await userEvent.fill(field(), TABLE);
    expect(said()).toBe(
      "Read as an adjacency matrix with names in its first row and column, separated by commas: 4 elements.",
    );
    const { trainFraction } = settings();
    await use().click();
    expect(settings()).toMatchObject({ relation: "custom", n: 4, mask: "", trainFraction });
    expect(unpackMatrix(settings().matrix, 4).join("")).toBe(DIGITS);
    expect(names()).toEqual(["a", "b", "c", "<i>d</i>"]);
    await expect.element(page.getByRole("button", { name: "In use" })).toBeDisabled();
    expect(host.querySelector("i")).toBeNull();
  });

  test("without names takes away those that were there", async () => {
    await userEvent.fill(field(), TABLE);
    await use().click();
    await userEvent.fill(field(), "0110\n1001\n0011\n1000");
    await use().click();
    expect(names()).toEqual(["0", "1", "2", "3"]);
    expect(store.getState().link.parts).not.toHaveProperty("names");
  });

  test("that cannot be read says what is wrong first, and changes nothing", async () => {
    const before = store.getState().link;
    await userEvent.fill(field(), TABLE.replace("1,0,0,1", "1,0,<img src=x>,1"));
    expect(said()).toContain("Row 3, column 4: “<img src=x>” is neither 0 nor 1");
    expect(host.querySelector("img")).toBeNull();
    await expect.element(use()).toBeDisabled();
    expect(store.getState().link).toBe(before);
  });

  test("of which something was taken otherwise says that too", async () => {
    await userEvent.fill(field(), "0;2,5;1;\n1;0;0;1\n0;0;1;1\n1;0;0;0");
    const items = [...host.querySelectorAll(".read li")].map((item) => item.textContent);
    expect(items).toEqual([
      "Numbers other than 0 and 1 were taken as 1: 1 cell, the first “2,5” in row 1, column 2.",
      "Empty cells were taken as 0: 1 cell, the first row 1, column 4.",
    ]);
  });

  test("dropped as a file is read", async () => {
    drop(file(TABLE));
    await expect.poll(said).toContain("Read as an adjacency matrix with names");
    await expect.element(field()).toHaveValue(TABLE);
  });

  test("opened as a file of a Western spreadsheet is read, and it is said how", async () => {
    const input = host.querySelector("input[type=file]") as HTMLInputElement;
    await userEvent.upload(
      input,
      file(Uint8Array.from("é,b,c,d\n0,1,1,0\n1,0,0,1\n0,0,1,1\n1,0,0,0", (c) => c.charCodeAt(0))),
    );
    await expect.poll(said).toContain("Windows-1252");
    await use().click();
    expect(names()[0]).toBe("é");
  });

  test("of 10 MB is refused unread", async () => {
    const large = file(new Uint8Array(10_000_000));
    const read = vi.spyOn(large, "arrayBuffer");
    drop(large);
    await expect.poll(said).toBe("The file has 10.0 MB; at most 2 MB are read.");
    expect(read).not.toHaveBeenCalled();
  });
});

describe("the page's relation", () => {
  const saved: File[] = [];
  beforeEach(() => {
    saved.length = 0;
    vi.spyOn(URL, "createObjectURL").mockImplementation((made) => {
      saved.push(made as File);
      return "#";
    });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  });

  test.each([
    ["Save CSV", "relation.csv"],
    ["Save JSON", "relation.json"],
  ])("%s gives a file that reads back the same", async (button, name) => {
    await userEvent.fill(field(), TABLE);
    await use().click();
    await page.getByRole("button", { name: button }).click();
    expect(saved.map((one) => one.name)).toEqual([name]);
    const read = readTable(await saved[0].text());
    expect(read).toMatchObject({ n: 4, names: ["a", "b", "c", "<i>d</i>"], notices: [] });
    expect("truth" in read && read.truth).toEqual(relation(settings()).truth);
  });

  test("with names that a link has no room for says so", async () => {
    expect(host.textContent).not.toContain("too long for a link");
    const wild = (x: number) =>
      Array.from({ length: 40 }, (_, i) =>
        String.fromCodePoint(0x4e00 + ((x * 977 + i * 5779) % 20000)),
      ).join("");
    const long = Array.from({ length: 40 }, (_, x) => wild(x));
    await userEvent.fill(field(), JSON.stringify({ names: long, edges: [[0, 1]] }));
    await use().click();
    expect(host.textContent).toContain("too long for a link, which has room for 2000");
    expect(names()).toEqual(long);
  });
});

describe("the gallery", () => {
  test("takes matrix and names of what is pressed, and says where it is from", async () => {
    const chip = page.getByRole("button", { name: GALLERY.blood.label });
    await chip.click();
    await expect.element(chip).toHaveAttribute("aria-pressed", "true");
    expect(names()).toEqual(GALLERY.blood.names);
    expect(relation(settings()).truth).toEqual(GALLERY.blood.truth);
    expect(host.querySelector(".gallery .source")?.textContent).toBe(GALLERY.blood.source);
    const other = page.getByRole("button", { name: GALLERY.borders.label });
    await other.click();
    await expect.element(chip).toHaveAttribute("aria-pressed", "false");
    expect(names()).toEqual(GALLERY.borders.names);
  });
});
