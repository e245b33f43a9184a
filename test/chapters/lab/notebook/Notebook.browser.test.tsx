/** @file The notebook in a browser, kept by IndexedDB itself: sorted, filtered, named, deleted, taken back, compared. */
import "../../../../src/kit/draw/palette.css";
import "../../../../src/app/style/page.css";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page as screen, userEvent } from "vitest/browser";
import { codec } from "../../../../src/app/chapters";
import { LAB_PART } from "../../../../src/chapters/lab/model/choices";
import { openAny } from "../../../../src/chapters/lab/notebook/desk";
import { notebook } from "../../../../src/chapters/lab/notebook/Notebook";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { type Book, bookOf, createBook } from "../../../../src/kit/live/keep/book";
import { browserShelf } from "../../../../src/kit/live/keep/shelf";
import { partOf } from "../../../../src/kit/live/model/link";
import { elementNames, NAMES_PART } from "../../../../src/kit/live/model/names";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { StoreProvider } from "../../../../src/kit/live/usePage";
import { formatNotebook, type Tried } from "../../../../src/run/tried";

const NAME = "geneft-notebook-test";

const run = (settings: Partial<Settings>, date: number, step: number): Tried => ({
  settings: { ...DEFAULTS, ...settings },
  name: "",
  date,
  order: date,
  progress: { step, train: 100, test: null, fellBack: false },
  accuracies: [0.99996, 0.5],
  failed: false,
  link: "",
  picture: Array.from({ length: 2 * (settings.n ?? DEFAULTS.n) }, (_, i) => i % 101),
});
const RUNS = [run({ n: 5 }, 1, 300), run({ n: 6 }, 2, 200), run({ n: 7, width: 9 }, 3, 100)];

let host: HTMLElement;
let root: Root;
let store: Store;
let book: Book;

function open() {
  host = document.body.appendChild(document.createElement("main"));
  host.className = "chapter lab notebook wide";
  host.style.cssText = "display: flex; width: 1200px; height: 640px";
  store = createPageStore({ ...codec.bare, chapter: "lab" }, [], {
    codec,
    rests: () => false,
    stored: () => null,
  });
  book = createBook(browserShelf(NAME));
  bookOf.give(store, book);
  root = createRoot(host);
  root.render(
    <StoreProvider value={store}>
      <notebook.Side />
      <notebook.Main />
    </StoreProvider>,
  );
}
function close() {
  root.unmount();
  host.remove();
}

beforeEach(async () => {
  await screen.viewport(1280, 720);
  const shelf = browserShelf(NAME);
  await shelf.remove(await shelf.keys());
  open();
  await expect.poll(() => book.store.getState().read).toBe(true);
  book.add(RUNS);
  await expect.poll(titles).toHaveLength(3);
});
afterEach(close);

const titles = () => [...host.querySelectorAll("tbody th")].map((each) => each.textContent);
const heading = (name: string) => screen.getByRole("columnheader", { name });
const press = (name: string | RegExp) => screen.getByRole("button", { name, exact: true }).click();
const said = () => host.querySelector(".said")?.textContent;

test("a row says what differs, what became of it, and never that all is right where it is not", () => {
  const [row] = host.querySelectorAll("tbody tr");
  expect(row.textContent).toMatch(/n 7 · w 9.*It fits what it was shown.*100100–0\.9990\.500/);
  expect(row.querySelectorAll("path").length).toBe(3);
});

test("headings sort, once more the other way round, and say so", async () => {
  expect(titles()).toEqual(["n 7 · w 9", "n 6", "n 5"]);
  await press(/^Steps/);
  await expect.poll(titles).toEqual(["n 5", "n 6", "n 7 · w 9"]);
  await expect.element(heading("Steps")).toHaveAttribute("aria-sort", "descending");
  await press(/^Steps/);
  await expect.poll(titles).toEqual(["n 7 · w 9", "n 6", "n 5"]);
  await expect.element(heading("Steps")).toHaveAttribute("aria-sort", "ascending");
  expect(host.querySelectorAll("[aria-sort]")).toHaveLength(1);
});

test("a name is found, is there at the next visit, and Escape takes it back", async () => {
  const field = screen.getByRole("textbox", { name: "Name of the run: n 6" });
  await field.fill("  my six ");
  await userEvent.keyboard("{Enter}");
  await field.fill("nothing");
  await userEvent.keyboard("{Escape}");
  await screen.getByRole("searchbox").fill("six");
  await expect.poll(titles).toEqual(["n 6"]);
  await expect
    .poll(async () => JSON.stringify(await browserShelf(NAME).all()))
    .toContain('"my six"');
  close();
  open();
  await expect.poll(titles).toHaveLength(3);
  await expect.element(field).toHaveValue("my six");
});

test("what is deleted can be brought back, one or all", async () => {
  await press("Delete n 6");
  await expect.poll(titles).toEqual(["n 7 · w 9", "n 5"]);
  expect(said()).toContain("Deleted 1 run.");
  await press("Undo");
  await expect.poll(titles).toHaveLength(3);
  await press("Delete all");
  await expect.poll(() => host.querySelector(".empty")?.textContent).toMatch(/^No run yet/);
  await press("Undo");
  await expect.poll(titles).toHaveLength(3);
  await expect.poll(async () => (await browserShelf(NAME).all()).length).toBe(3);
});

test("a run that is pressed is the page's, in the first chapter", async () => {
  await press("n 7 · w 9");
  const { link } = store.getState();
  expect(link.settings).toEqual(RUNS[2].settings);
  expect(link.chapter).toBe(codec.home.chapter);
});

test("names come with the run that has them, and with no other", async () => {
  const named = run({ n: 4, relation: "custom" }, 4, 100);
  const link = "v=1&n=4&relation=custom&names=Ada%0ABob%0ACy%0ADi";
  book.add([{ ...named, link }]);
  await press("your own · n 4");
  expect(elementNames(store.getState().link)).toEqual(["Ada", "Bob", "Cy", "Di"]);
  await press("n 5");
  expect(partOf(store.getState().link, NAMES_PART)).toEqual([]);
});

test("two that are ticked are compared, the first as the page's run", async () => {
  const compare = screen.getByRole("button", { name: "Compare the two ticked" });
  await screen.getByRole("checkbox", { name: "Tick n 5" }).click();
  await expect.element(compare).toBeDisabled();
  await screen.getByRole("checkbox", { name: "Tick n 7 · w 9" }).click();
  await compare.click();
  const { link } = store.getState();
  expect(link.settings).toEqual(RUNS[0].settings);
  expect(partOf(link, LAB_PART)).toMatchObject({
    bench: "compare",
    difference: { n: 7, width: 9 },
  });
});

test("a notebook is taken in; what is none is named and changes nothing", async () => {
  const more = formatNotebook([run({ n: 8 }, 10, 50), run({ n: 5 }, 9, 400)]);
  await openAny(store, new File([more], "more.json"));
  await expect.poll(titles).toEqual(["n 8", "n 5", "n 7 · w 9", "n 6"]);
  expect(said()).toBe("2 runs taken in.");
  const broken = more.replace('"n": 8', '"n": 800');
  await openAny(store, new File([broken], "broken.json"));
  await expect.poll(said).toMatch(/^1 run taken in\. Refused: run 1: its n must/);
  for (const [name, text] of [
    ["x.json", "{"],
    ["y.run", "text"],
    ["z", "[]"],
  ]) {
    await openAny(store, new File([text], name));
    await expect.poll(said).toMatch(new RegExp(`^“${name}” is refused: .*\\.$`));
  }
  expect(titles()).toHaveLength(4);
});

test("hundreds of runs are listed in parts", async () => {
  book.add(Array.from({ length: 120 }, (_, i) => run({ n: 5, seed: i + 1 }, 10 + i, 100)));
  await expect.poll(titles).toHaveLength(50);
  await press("Show more of 123");
  await expect.poll(titles).toHaveLength(100);
  await press("Show more of 123");
  await expect.poll(titles).toHaveLength(123);
  expect(host.textContent).not.toContain("Show more");
});
