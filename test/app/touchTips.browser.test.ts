import { afterEach, beforeEach, expect, test } from "vitest";
import "../../src/app/style/page.css";
import { bindTouchTips } from "../../src/app/touchTips";

let host: HTMLElement;
let end: () => void;
beforeEach(() => {
  host = document.body.appendChild(document.createElement("div"));
  host.innerHTML = `<p title="What a word means">a word</p><button title="What it does">act</button><p>bare</p>`;
  end = bindTouchTips();
});
afterEach(() => {
  end();
  host.remove();
});

const event = (kind: string, selector: string, pointerType: string, clientY = 20) => {
  const at = { bubbles: true, pointerType, clientX: 20, clientY };
  host.querySelector(selector)?.dispatchEvent(new PointerEvent(kind, at));
};
const said = () => document.querySelector(".touch-tip")?.textContent ?? null;

test("a tap tells what a title says, the next press puts it away", () => {
  event("pointerdown", "p", "touch");
  expect(said()).toBeNull();
  event("pointerup", "p", "touch");
  expect(said()).toBe("What a word means");
  const { left, right } = (document.querySelector(".touch-tip") as Element).getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(innerWidth);
  event("pointerdown", "p:last-child", "touch");
  expect(said()).toBeNull();
});

test("what acts tells it by a long press only", async () => {
  event("pointerdown", "button", "touch");
  event("pointerup", "button", "touch");
  expect(said()).toBeNull();
  event("pointerdown", "button", "touch");
  await expect.poll(said).toBe("What it does");
});

test("a finger that scrolls, and a mouse, which sees titles, ask for nothing", () => {
  event("pointerdown", "p", "touch");
  event("pointermove", "p", "touch", 60);
  event("pointerup", "p", "touch", 60);
  event("pointerdown", "p", "mouse");
  event("pointerup", "p", "mouse");
  expect(said()).toBeNull();
});
