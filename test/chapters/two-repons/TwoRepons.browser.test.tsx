/**
 * @file Chapter 4 in a browser: its pictures draw, repons and axes can be dragged and moved by keys,
 * and nothing that is not a number comes on screen.
 */
import "katex/dist/katex.min.css";
import "../../../src/kit/draw/palette.css";
import "../../../src/app/style/page.css";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { Setup } from "../../../src/chapters/two-repons/model/params";
import {
  applySetup,
  changeSetup,
  scrub,
  showEvidence,
  twoReponsState,
} from "../../../src/chapters/two-repons/model/store";
import { Transport } from "../../../src/chapters/two-repons/Transport";
import { TwoRepons } from "../../../src/chapters/two-repons/TwoRepons";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";
import { StoreProvider } from "../../../src/kit/live/usePage";
import { allDrawn } from "../../../src/kit/ui/redraw";
import { still } from "../../reading/pixels";
import { twoReponsFigures } from "./figures/twoRepons";

let host: HTMLElement;
let root: Root;
let store: Store;

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** While a motion plays there is always a picture that waits. */
const MOST_FRAMES = 12;

/** Lets React render and the pictures draw. */
async function settle(change: () => void = () => {}): Promise<void> {
  change();
  for (let i = 0; i < 3 || (i < MOST_FRAMES && !allDrawn()); i++) await frame();
}

beforeEach(async () => {
  await page.viewport(1280, 720);
  host = document.body.appendChild(document.createElement("div"));
  host.className = "page";
  host.style.cssText = "width: 1280px; height: 720px";
  store = createPageStore();
  scrub(store, 0.3);
  root = createRoot(host);
  await settle(() =>
    root.render(
      <StoreProvider value={store}>
        <TwoRepons />
        <Transport />
      </StoreProvider>,
    ),
  );
});

afterEach(async () => {
  await settle(() => root.unmount());
  host.remove();
});

const find = (selector: string): Element => {
  const found = host.querySelector(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};

const handle = (label: string): Element => find(`.handle[aria-label="${label}"]`);

async function drag(target: Element, dx: number, dy: number): Promise<void> {
  // The plane has its size once panels and type have theirs.
  await still(() => JSON.stringify(find(".view-two-repons svg").getBoundingClientRect()));
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  // A made-up pointer cannot be captured; the real one is in the built page's tests.
  let held = false;
  target.setPointerCapture = () => {
    held = true;
  };
  target.hasPointerCapture = () => held;
  const send = (kind: string, clientX: number, clientY: number) =>
    target.dispatchEvent(
      new PointerEvent(kind, { clientX, clientY, pointerId: 1, bubbles: true, cancelable: true }),
    );
  await settle(() => {
    send("pointerdown", x, y);
    send("pointermove", x + dx, y + dy);
  });
}

const press = (target: Element, key: string) =>
  settle(() =>
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
  );

/** A unit of the plane, which reaches from -2 to 2 in its shorter direction. */
function pixels(): number {
  const { width, height } = find(".view-two-repons svg").getBoundingClientRect();
  return Math.min(width, height) / 4;
}

const motion = () => find(".view-two-repons .paths .rest").getAttribute("d");
const orbit = () => find(".view-hyperbola .rest").getAttribute("d");
const stays = () => find(".view-invariants .line.scalar").getAttribute("d");

describe("dragging", () => {
  test("a repon changes its motion, its mirror's, its orbit and what is said of it", async () => {
    const before = [motion(), orbit(), stays()];
    const said = find(".verdict").textContent;
    await drag(handle("start of the first repon"), 60, -70);
    const { x1x, x1y, x2x, x2y } = twoReponsState(store).getState().setup;
    // From (0.75, 0.35), 60 px to the right and 70 up; the pointer is on whole pixels.
    expect([x1x, x1y]).toBeAllclose([0.75 + 60 / pixels(), 0.35 + 70 / pixels()], {
      atol: 1 / pixels(),
    });
    expect([x2x, x2y]).toEqual([-x1x, -x1y]);
    [motion(), orbit(), stays()].forEach((path, i) => {
      expect(path).not.toBe(before[i]);
    });
    expect(find(".verdict").textContent).not.toBe(said);
  });

  test("the end of an axis stretches and turns the decoder", async () => {
    const before = orbit();
    await still(() => JSON.stringify(find(".view-two-repons svg").getBoundingClientRect()));
    const scale = pixels();
    await drag(handle("soft axis of the decoder"), 40, -20);
    // From 0.9 along 110 degrees, 40 px to the right and 20 up.
    const [cos, sin] = [Math.cos((110 * Math.PI) / 180), Math.sin((110 * Math.PI) / 180)];
    const end = [0.9 * cos + 40 / scale, 0.9 * sin + 20 / scale] as const;
    const { soft, stiff, angle } = twoReponsState(store).getState().setup;
    // A pixel to the side and one down, along the axis or across it: then they turn it by their share.
    const pixel = Math.SQRT2 / scale;
    expect([soft]).toBeAllclose([Math.hypot(...end)], { atol: pixel });
    expect(stiff).toBe(1.4);
    expect([angle]).toBeAllclose([(Math.atan2(end[1], end[0]) * 180) / Math.PI - 90], {
      atol: ((pixel / Math.hypot(...end)) * 180) / Math.PI,
    });
    expect(orbit()).not.toBe(before);
  });

  test("an axis drawn into the middle becomes 0 and keeps its direction", async () => {
    const plane = find(".view-two-repons svg").getBoundingClientRect();
    const target = handle("soft axis of the decoder");
    const at = target.getBoundingClientRect();
    await drag(
      target,
      plane.left + plane.width / 2 - at.left - at.width / 2 + 1,
      plane.top + plane.height / 2 - at.top - at.height / 2 - 1,
    );
    expect(twoReponsState(store).getState().setup).toMatchObject({ soft: 0, angle: 20 });
    expect(find(".verdict").textContent).toContain("They stay apart");
  });
});

describe("keys", () => {
  test("arrows move a repon and turn or stretch an axis", async () => {
    const before = motion();
    await press(handle("start of the second repon"), "ArrowUp");
    // A fortieth of the plane's half of 2, and the other one is its mirror.
    expect(twoReponsState(store).getState().setup.x2y).toBeCloseTo(-0.3, 10);
    expect(twoReponsState(store).getState().setup.x1y).toBeCloseTo(0.3, 10);
    expect(motion()).not.toBe(before);
    await press(handle("stiff axis of the decoder"), "ArrowLeft");
    expect(twoReponsState(store).getState().setup.angle).toBe(25);
    await press(handle("stiff axis of the decoder"), "ArrowUp");
    expect(twoReponsState(store).getState().setup.stiff).toBeCloseTo(1.45, 10);
  });

  test("space plays, a full stop goes on a little, r goes back", async () => {
    await press(document.body, ".");
    expect(twoReponsState(store).getState().at).toBeCloseTo(0.32, 10);
    await press(document.body, "r");
    expect(twoReponsState(store).getState()).toMatchObject({ at: 0, playing: false });
    await press(document.body, " ");
    expect(twoReponsState(store).getState().playing).toBe(true);
    await settle();
    await settle();
    expect(twoReponsState(store).getState().at).toBeGreaterThan(0);
    await press(document.body, " ");
    expect(twoReponsState(store).getState().playing).toBe(false);
  });

  test("every handle that takes keys says where it is", () => {
    const named = [...host.querySelectorAll(".handle[tabindex='0']")];
    expect(named).toHaveLength(4);
    for (const each of named) expect(each.getAttribute("aria-valuetext")).toMatch(/\d\.\d\d/);
  });
});

describe("the spring", () => {
  test("weakens as the decoder learns to ignore what parts the two", async () => {
    await settle(() => applySetup(store, { etaA: 1e-2 }));
    const widths: number[] = [];
    for (const at of [0, 0.3, 0.6]) {
      await settle(() => scrub(store, at));
      widths.push(
        Number.parseFloat((find(".view-two-repons .spring") as SVGPathElement).style.strokeWidth),
      );
    }
    expect(widths[0]).toBeGreaterThan(1.5 * widths[1]);
    expect(widths[1]).toBeGreaterThan(widths[2]);
  });
});

/** Rates of 0, ratios of 1e12, no direction, no decoder, very far and very strong. */
const LIMITS: readonly Partial<Setup>[] = [
  { soft: 0 },
  { stiff: 0, soft: 0 },
  { x1x: 0, x1y: 0, x2x: 0, x2y: 0 },
  { etaX: 0 },
  { etaA: 0 },
  { etaX: 0, etaA: 0 },
  { etaX: 1e3, etaA: 1e-9 },
  { etaX: 1e-9, etaA: 1e3 },
  { stiff: 1000, soft: 1e-3 },
  { x1x: 1000, x1y: -1000, x2x: -1000, x2y: 1000 },
  { sigmaA: 100, sigmaC: 0.01, d: 8, outputs: 1 },
  { etaX: 0, etaA: 0, stiff: 0, soft: 0, x1x: 0, x1y: 0, x2x: 0, x2y: 0 },
];

describe("limits", () => {
  test.for(LIMITS.map((limit) => [JSON.stringify(limit), limit] as const))(
    "%s: nothing on screen is not a number",
    async ([, limit]) => {
      for (const system of ["reduced", "full"] as const)
        for (const evidence of ["time", "odds"] as const)
          for (const at of evidence === "time" ? [0, 1] : [0.5]) {
            await settle(() => {
              applySetup(store, { ...limit, system });
              changeSetup(store, limit);
              scrub(store, at);
              showEvidence(store, evidence);
            });
            const wrong = [...host.querySelectorAll("*")].flatMap((node) =>
              [...node.attributes]
                .filter(({ value }) => /NaN|Infinity|undefined/.test(value))
                .map(({ name, value }) => `${node.tagName} ${name}=${value.slice(0, 60)}`),
            );
            expect(wrong).toEqual([]);
            expect(host.textContent).not.toMatch(/NaN|Infinity|undefined/);
          }
    },
  );
});

describe("every picture of the gallery", () => {
  test.for(Object.entries(twoReponsFigures))(
    "%s has a name and leaves nothing behind",
    async ([, { size, draw }]) => {
      const box = document.body.appendChild(document.createElement("div"));
      box.style.cssText = `width: ${size[0]}px; height: ${size[1]}px`;
      const remove = draw(box);
      await frame();
      expect(box.querySelector("[aria-label]")?.getAttribute("aria-label")).toMatch(/\w{4}/);
      expect(box.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
      remove();
      expect(box.childElementCount).toBe(0);
      box.remove();
    },
  );
});
