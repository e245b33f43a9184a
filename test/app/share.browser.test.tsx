import "../../src/app/style/page.css";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { CHAPTERS, codec, HOME, rests } from "../../src/app/chapters";
import { Share } from "../../src/app/share/Share";
import { DEFAULTS } from "../../src/experiment/params";
import { append, emptyHistory } from "../../src/kit/live/model/history";
import type { Link } from "../../src/kit/live/model/link";
import { createPageStore, type Store } from "../../src/kit/live/model/store";
import { StoreProvider } from "../../src/kit/live/usePage";
import { MEASURES } from "../../src/run/frame";

let host: HTMLElement;
let root: Root;
let copied: string[];

beforeEach(() => {
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
  copied = [];
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => {
    copied.push(text);
  });
});
afterEach(() => {
  root.unmount();
  host.remove();
  vi.restoreAllMocks();
});

/** A page whose run was trained to step 64 and is shown at `scrub`. */
function pageOf(link: Partial<Link> = {}, scrub: number | null = null, exact = true): Store {
  const store = createPageStore({ ...HOME, ...link }, [], { codec, rests, stored: () => null });
  const frames = [1, 2, 4, 8, 16, 32, 64].map((step) => ({
    step,
    steps: Float64Array.of(step),
    measures: new Float64Array(MEASURES.length),
    parameters: new Float32Array(4).fill(step),
  }));
  store.setState({
    history: append(emptyHistory(DEFAULTS), frames),
    scrub,
    exact,
    transport: { playing: false, until: null },
  });
  return store;
}

const open = async (store: Store) => {
  root.render(
    <StoreProvider value={store}>
      <Share />
    </StoreProvider>,
  );
  await expect.poll(() => host.querySelector("button")).not.toBeNull();
  await userEvent.click(host.querySelector("button") as HTMLElement);
  await expect.poll(() => host.querySelector("dialog[open]")).not.toBeNull();
};

const button = (name: string): HTMLElement => {
  const found = [...host.querySelectorAll("button")].find(
    (each) => (each.ariaLabel ?? each.textContent) === name,
  );
  if (!found) throw new Error(`no button “${name}”`);
  return found;
};

/** Presses a button that copies; what it copied is read as the page would read it. */
async function copiedBy(name: string): Promise<Link> {
  await userEvent.click(button(name));
  await expect.poll(() => copied.length).toBe(1);
  const { link, notices } = codec.decode(new URL(copied[0]).hash);
  expect(notices).toEqual([]);
  return link;
}

describe("what is shared", () => {
  test("this moment is the step that is shown, at its chapter's page, for readers", async () => {
    const theme = "dark";
    await open(pageOf({ profile: "lecture", theme }, 16));
    expect(await copiedBy("Copy link to this moment")).toEqual({ ...HOME, theme, at: 16 });
    expect(new URL(copied[0]).pathname.split("/").at(-1)).toBe(`${CHAPTERS[0].id}.html`);
  });

  test("from the start there is no stop", async () => {
    await open(pageOf({ at: 64 }));
    expect(await copiedBy("Copy link from the start")).toEqual({ ...HOME, at: null });
  });

  test("an exact run claims its step, and one that was not exact is not offered", async () => {
    await open(pageOf({}, 32));
    const link = await copiedBy("Copy link to the exact run");
    expect(link).toMatchObject({ engine: "simd", at: 32 });
    expect(link.exact?.split(".")).toHaveLength(6);
    await userEvent.keyboard("{Escape}");
    await open(pageOf({}, 32, false));
    expect(host.textContent).toContain("Not of this run");
    expect(() => button("Copy link to the exact run")).toThrow();
  });

  test("a chapter without a run is shared as it is", async () => {
    const still = CHAPTERS.find(({ live }) => !live)?.id as string;
    await open(pageOf({ chapter: still }, 16));
    expect(await copiedBy("Copy link to this moment")).toEqual({ ...HOME, chapter: still });
    expect(() => button("Copy link from the start")).toThrow();
  });

  test("the HTML to embed frames the picture at the moment", async () => {
    await open(pageOf({ settings: { ...DEFAULTS, encoderRate: 0.01 } }, 16));
    await userEvent.click(button("Copy HTML to embed"));
    await expect.poll(() => copied.length).toBe(1);
    const frame = new DOMParser().parseFromString(copied[0], "text/html").querySelector("iframe");
    const { link, notices } = codec.decode(new URL(frame?.src ?? "").hash);
    expect(notices).toEqual([]);
    expect(link).toMatchObject({ at: 16, embed: { picture: HOME.chapter, show: [], lock: [] } });
    expect(link.settings.encoderRate).toBe(0.01);
  });
});

describe("copying", () => {
  test("is told of when it was done", async () => {
    await open(pageOf());
    await copiedBy("Copy link to this moment");
    await expect.poll(() => host.textContent).toContain("Copied.");
  });

  test("that is refused gives the text to copy by hand, selected, and says nothing else", async () => {
    vi.mocked(navigator.clipboard.writeText).mockRejectedValue(new DOMException("no"));
    vi.spyOn(document, "execCommand").mockReturnValue(false);
    await open(pageOf({}, 16));
    await userEvent.click(button("Copy link to this moment"));
    const field = () => host.querySelector("textarea") as HTMLTextAreaElement;
    await expect.poll(field).not.toBeNull();
    expect(field().value).toMatch(/#v=1&at=16$/);
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, field().value.length]);
    expect(document.activeElement).toBe(field());
    expect(host.textContent).not.toContain("Copied");
  });

  test("without the Clipboard API goes the way of before, and holds the very text", async () => {
    vi.mocked(navigator.clipboard.writeText).mockRejectedValue(new DOMException("no"));
    const texts: (string | undefined)[] = [];
    const listen = (event: ClipboardEvent) =>
      texts.push(event.clipboardData?.getData("text/plain"));
    addEventListener("copy", listen);
    await open(pageOf({}, 16));
    await userEvent.click(button("Copy link to this moment"));
    await expect.poll(() => host.textContent).toContain("Copied.");
    removeEventListener("copy", listen);
    expect(texts).toEqual([expect.stringMatching(/#v=1&at=16$/)]);
  });
});

describe("the panel", () => {
  test("closes by Escape, and the focus is on its button again", async () => {
    await open(pageOf());
    expect(host.querySelector("dialog")?.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => host.querySelector("dialog")).toBeNull();
    expect(document.activeElement).toBe(button("Share"));
  });

  test("a large QR code closes by Escape and leaves the panel open", async () => {
    await open(pageOf());
    await userEvent.click(button("Large"));
    await expect.poll(() => host.querySelectorAll("dialog[open]").length).toBe(2);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => host.querySelectorAll("dialog[open]").length).toBe(1);
    expect(document.activeElement).toBe(button("Large"));
  });
});
