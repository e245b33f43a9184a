/** @file A picture taken away: what is in its files, and that the page is as before. */
import "../../../../src/kit/draw/palette.css";
import "../../../../src/app/style/page.css";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createStore } from "zustand/vanilla";
import { codec, HOME, rests } from "../../../../src/app/chapters";
import type { Table } from "../../../../src/kit/draw/table";
import { Figure } from "../../../../src/kit/live/Figure";
import { perPage } from "../../../../src/kit/live/model/perPage";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { type Format, fileOf, imageOf } from "../../../../src/kit/live/take/files";
import { offstage } from "../../../../src/kit/live/take/offstage";
import { chunksOf } from "../../../../src/kit/live/take/png";
import { drawingOf } from "../../../../src/kit/live/take/svg";
import type { Takeable } from "../../../../src/kit/live/take/takeable";
import { StoreProvider } from "../../../../src/kit/live/usePage";
import { matrix } from "../../../../src/kit/live/view/matrix";
import { matrixTable } from "../../../../src/kit/live/view/matrixTable";

const page = () => createPageStore(HOME, [], { codec, rests, stored: () => null });

/** Of what anybody may have called an element. */
const TABLE: Table = {
  title: 'A "picture" <of> 1,000 =1+1 & more',
  about: "What it is of \u0007, with a bell in it.",
  finding: "One of two is below 0.",
  ofRun: true,
  columns: [
    { name: "element", description: "Its name." },
    { name: "time", unit: "steps", description: "When." },
  ],
  rows: [
    ["=1+1", 1],
    ['two\n"lines"', null],
    ["🦊", -0.5],
  ],
};

let host: HTMLElement;
let root: Root;
beforeEach(() => {
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  root.unmount();
  host.remove();
  delete document.documentElement.dataset.theme;
  vi.restoreAllMocks();
});

/** A canvas, a drawing over it, and words below. */
function made(): Takeable {
  host.style.cssText =
    "width: 200px; height: 80px; background: rgb(10, 20, 30); position: relative";
  host.innerHTML = `
    <style>.red { fill: color-mix(in srgb, rgb(200, 0, 0) 100%, white) } .gone { display: none }</style>
    <canvas width="40" height="50" style="position: absolute; left: 20px; top: 0"></canvas>
    <svg width="200" height="50" style="position: absolute; left: 0; top: 0">
      <rect class="red" x="50" y="0" width="30" height="25" />
      <rect class="gone" x="0" y="0" width="200" height="50" />
      <circle cx="100" cy="40" r="100" fill="rgb(0, 0, 200)" opacity="0" />
    </svg>
    <p style="position: absolute; left: 0; top: 55px; margin: 0; font: 14px Inter Variable">one &lt;word&gt;</p>
    <button style="position: absolute; left: 150px; top: 50px; background: red">x</button>
    <i style="position: absolute; left: 100px; top: 60px; width: 40px; height: 10px;
      background: linear-gradient(to right, rgb(0, 0, 0), rgb(0, 255, 0))"></i>`;
  const context = host.querySelector("canvas")?.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = "rgb(0, 180, 0)";
  context.fillRect(0, 0, 40, 50);
  return { root: host, redraw() {}, table: async () => TABLE };
}

const file = (format: Format, of = made()) => fileOf(of, format, page().getState());

/** Colours of an image, by its own pixels. */
function reader(image: CanvasImageSource, width: number, height: number, scale = 1) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0, width, height);
  return (x: number, y: number) => [
    ...context.getImageData(Math.round(scale * x), Math.round(scale * y), 1, 1).data.slice(0, 3),
  ];
}

/** Where the picture begins on its sheet. */
const [LEFT, TOP] = [16, 46];

describe("a picture as SVG", () => {
  test("is an image of its canvases and drawings one over the other, on its ground, no button in it", async () => {
    const text = await (await file("svg")).text();
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
    const image = await imageOf({ text, width, height });
    expect([image.naturalWidth, image.naturalHeight]).toEqual([width, height]);
    expect(width).toBe(200 + 2 * LEFT);
    const at = reader(image, width, height);
    expect(at(LEFT + 10, TOP + 25)).toEqual([10, 20, 30]);
    expect(at(LEFT + 30, TOP + 25)).toEqual([0, 180, 0]);
    expect(at(LEFT + 55, TOP + 10)).toEqual([200, 0, 0]); // The drawing is over the canvas.
    expect(at(LEFT + 55, TOP + 40)).toEqual([0, 180, 0]);
    expect(at(LEFT + 160, TOP + 60)).toEqual([10, 20, 30]);
    const [, green] = at(LEFT + 130, TOP + 65);
    expect(green).toBeGreaterThan(150);
    expect(at(LEFT + 104, TOP + 65)[1]).toBeLessThan(60);
  });

  test("says what it is, of which settings, and where it came from, in words and for programs", async () => {
    const text = await (await file("svg")).text();
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    expect(svg.querySelector("parsererror")).toBeNull();
    expect(svg.querySelector("title")?.textContent).toBe(TABLE.title);
    expect(svg.querySelector("desc")?.textContent).toBe(
      "What it is of \ufffd, with a bell in it. One of two is below 0.",
    );
    const dublin = (name: string) =>
      svg.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", name)[0]?.textContent;
    expect(dublin("title")).toBe(TABLE.title);
    expect(dublin("rights")).toBe("MIT");
    expect(Date.parse(dublin("date") ?? "")).toBeGreaterThan(0);
    const words = [...svg.querySelectorAll("text")].map(({ textContent }) => textContent);
    expect(words).toContain("one <word>");
    const written = words.join("");
    expect(written).toContain("equal modulo 3, elements 30");
    expect(written).toContain(dublin("source"));
    expect(dublin("source")).toMatch(/^http.*\.html#/);
  });

  test("has the colours that the page has", async () => {
    const ground = async (theme: string) => {
      document.documentElement.dataset.theme = theme;
      host.style.background = "";
      const drawing = await drawingOf(offstagePicture().picture, CREDITS);
      return reader(await imageOf(drawing), drawing.width, drawing.height)(2, 2);
    };
    expect(await ground("light")).toEqual([251, 250, 247]);
    expect(await ground("dark")).toEqual([18, 20, 24]);
  });
});

const CREDITS = {
  title: "t",
  about: "a",
  settings: null,
  words: "w",
  link: "https://example.org",
  date: "",
};

/** A relation of four elements with odd names, drawn where nobody sees it. */
function offstagePicture() {
  const n = 4;
  const data = {
    n,
    labels: ["=1+1", "b", "c", "d"],
    truth: new Uint8Array(n * n).fill(1),
    mask: new Uint8Array(n * n).fill(1),
    prediction: null,
    show: "truth" as const,
    order: null,
    highlighted: [],
  };
  return offstage(matrix, async () => matrixTable, data, [200, 240]);
}

describe("a canvas", () => {
  test("is drawn twice as finely for its copy, and is as before afterwards", async () => {
    const { picture, remove } = offstagePicture();
    const canvas = picture.root.querySelector("canvas") as HTMLCanvasElement;
    const before = canvas.width;
    const { text } = await drawingOf(picture, CREDITS);
    expect(canvas.width).toBe(before);
    const href = /<image [^>]*href="([^"]+)"/.exec(text)?.[1] ?? "";
    const bitmap = await createImageBitmap(await (await fetch(href)).blob());
    expect(bitmap.width / before).toBeCloseTo(2, 1);
    remove();
    expect(picture.root.isConnected).toBe(false);
  });
});

describe("a picture as PNG", () => {
  test("is twice the size of the drawing and carries its words", async () => {
    const png = await file("png");
    const bitmap = await createImageBitmap(png);
    expect(bitmap.width).toBe(2 * (200 + 2 * LEFT));
    const at = reader(bitmap, bitmap.width, bitmap.height, 2);
    expect(at(LEFT + 55, TOP + 10)).toEqual([200, 0, 0]);
    expect(at(LEFT + 30, TOP + 25)).toEqual([0, 180, 0]);
    const texts = Object.fromEntries(
      chunksOf(await png.arrayBuffer())
        .filter(({ kind }) => kind === "iTXt")
        .map(({ data }) => new TextDecoder().decode(data).split(/\0+/)),
    );
    expect(texts).toMatchObject({
      Title: TABLE.title,
      Description: `${TABLE.about} ${TABLE.finding}`,
      Copyright: "MIT",
    });
    expect(texts.Comment).toContain("equal modulo 3, elements 30");
    expect(texts.Source).toMatch(/^http.*\.html#/);
  });
});

describe("a picture as numbers", () => {
  test("names columns with their units and lets no name be a formula", async () => {
    const csv = await file("csv");
    expect(await csv.text()).toBe(
      'element,time (steps)\r\n"\'=1+1",1\r\n"two\n""lines""",\r\n🦊,-0.5\r\n',
    );
    expect(csv.name).toBe("a-picture-of-1000-1-1-more.csv");
  });

  test("as JSON says all that is known of them", async () => {
    const json = JSON.parse(await (await file("json")).text());
    expect(json).toMatchObject({
      title: TABLE.title,
      columns: TABLE.columns,
      rows: TABLE.rows,
      settings: HOME.settings,
      paper: { arxiv: "2402.05916" },
    });
    expect(codec.decode(new URL(json.link).hash).notices).toEqual([]);
  });
});

describe("the button in a picture", () => {
  const drawn = perPage(() => createStore(() => ({ value: 7 })));
  const select = (data: { readonly value: number }) => data;
  const view = (at: HTMLElement) => {
    const text = at.appendChild(document.createElement("b"));
    text.className = "view";
    return {
      update: ({ value }: { readonly value: number }) => {
        text.textContent = `${value}`;
      },
      destroy: () => text.remove(),
    };
  };
  const table =
    async () =>
    (data: { readonly value: number }): Table => ({
      ...TABLE,
      rows: [["shown", data.value]],
    });
  const show = (of: typeof table | null) =>
    root.render(
      <StoreProvider value={page()}>
        <Figure of={drawn} view={view} select={select} table={of} />
      </StoreProvider>,
    );
  const button = () => document.querySelector<HTMLElement>(".figure > .take");
  const menu = () => document.querySelector("dialog.take-menu[open]");

  test("opens its formats, saves what is shown, and has the focus again afterwards", async () => {
    const saved: HTMLAnchorElement[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this);
    });
    show(table);
    await expect.poll(button).not.toBeNull();
    button()?.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(menu).not.toBeNull();
    expect([...(menu()?.querySelectorAll("button") ?? [])].map((each) => each.textContent)).toEqual(
      ["Read its numbers", "PNG", "SVG", "CSV", "JSON"],
    );
    await userEvent.click(menu()?.querySelectorAll("button")[3] as HTMLElement);
    await expect.poll(() => menu()?.textContent).toContain("Saved as");
    expect(await (await fetch(saved[0].href)).text()).toContain("shown,7");
    await userEvent.keyboard("{Escape}");
    await expect.poll(menu).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  test("says what is shown, and reads its numbers a hundred rows at a time, by keys alone", async () => {
    const long =
      async () =>
      (data: { readonly value: number }): Table => ({
        ...TABLE,
        rows: Array.from({ length: 230 }, (_, i) => [`row ${i}`, i === 1 ? null : data.value / 3]),
      });
    show(long);
    await expect.poll(() => document.querySelector(".figure b")?.textContent).toBe("7");
    button()?.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => menu()?.querySelector(".finding")?.textContent).toBe(TABLE.finding);
    await userEvent.keyboard("{Enter}");
    const dialog = () => document.querySelector<HTMLElement>("dialog.numbers[open]");
    await expect.poll(dialog).not.toBeNull();
    const texts = (selector: string) =>
      [...(dialog()?.querySelectorAll(selector) ?? [])].map((node) => node.textContent);
    expect(texts("th[scope=col]")).toEqual(["element", "time (steps)"]);
    expect(texts("caption")).toEqual([TABLE.about]);
    expect(texts("tbody tr").length).toBe(100);
    expect(texts("tbody tr:nth-child(-n+2) td")).toEqual(["row 0", "2.333", "row 1", ""]);
    expect(texts("dd")).toEqual(["Its name.", "When."]);
    for (const wanted of ["row 100", "row 200"]) {
      await userEvent.click(dialog()?.querySelectorAll(".pages button")[1] as HTMLElement);
      expect(texts("tbody td")[0]).toBe(wanted);
    }
    expect(texts(".pages output")).toEqual(["Rows 201 to 230 of 230"]);
    await userEvent.keyboard("{Escape}");
    await expect.poll(dialog).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  test("is not in a picture that has no numbers", async () => {
    show(null);
    await expect.poll(() => document.querySelector(".figure b")?.textContent).toBe("7");
    expect(button()).toBeNull();
  });
});
