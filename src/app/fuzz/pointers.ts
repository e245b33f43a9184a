/** @file Presses, drags, touches and wheels, as a browser would send them. */
import type { Chance } from "./chance";
import { anyTarget, nameOf, type Target } from "./targets";

/** The mouse, which is there in every browser; fingers follow. */
const MOUSE = 1;

interface Hold {
  readonly buttons: number;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

function mouse(type: string, element: Element, x: number, y: number, hold: Hold): void {
  const spec = {
    ...hold,
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    clientX: x,
    clientY: y,
    detail: 1,
  };
  const pointer = { pointerId: MOUSE, pointerType: "mouse", isPrimary: true };
  if (type !== "click")
    element.dispatchEvent(new PointerEvent(`pointer${type}`, { ...spec, ...pointer }));
  element.dispatchEvent(new MouseEvent(type === "click" ? type : `mouse${type}`, spec));
}

const holdOf = (chance: Chance): Hold => ({
  buttons: 1,
  shiftKey: chance.share() < 0.1,
  ctrlKey: chance.share() < 0.05,
});

const focus = (element: Element): void => {
  const focusable = element.closest<HTMLElement>(FOCUSABLE);
  if (focusable) focusable.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** Points on the way from a target to somewhere near, or to any point of the screen. */
function way(chance: Chance, { x, y }: Target): readonly (readonly [number, number])[] {
  const far = chance.share() < 0.3;
  const to = far
    ? [chance.between(0, innerWidth), chance.between(0, innerHeight)]
    : [x + chance.between(-80, 80), y + chance.between(-80, 80)];
  const steps = 1 + chance.whole(4);
  return Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / steps;
    return [x + share * (to[0] - x), y + share * (to[1] - y)] as const;
  });
}

export function press(chance: Chance): string {
  const { element, x, y } = anyTarget(chance);
  const hold = holdOf(chance);
  for (const type of ["over", "move", "down"]) mouse(type, element, x, y, hold);
  focus(element);
  mouse("up", element, x, y, { ...hold, buttons: 0 });
  mouse("click", element, x, y, { ...hold, buttons: 0 });
  if (chance.share() < 0.05) {
    element.dispatchEvent(
      new MouseEvent("dblclick", {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: x,
        clientY: y,
        detail: 2,
      }),
    );
  }
  return `press ${nameOf(element)}`;
}

export function hover(chance: Chance): string {
  const { element, x, y } = anyTarget(chance);
  const hold = { buttons: 0, shiftKey: false, ctrlKey: false };
  for (const type of ["over", "enter", "move", "out", "leave"]) mouse(type, element, x, y, hold);
  return `hover ${nameOf(element)}`;
}

/** One in eight is never let go. */
export function drag(chance: Chance): string {
  const target = anyTarget(chance);
  const { element, x, y } = target;
  const hold = holdOf(chance);
  mouse("down", element, x, y, hold);
  focus(element);
  let [last, under] = [[x, y] as readonly [number, number], element];
  for (const point of way(chance, target)) {
    last = point;
    under = document.elementFromPoint(...point) ?? document.documentElement;
    mouse("move", under, ...point, hold);
  }
  if (chance.share() < 7 / 8) mouse("up", under, ...last, { ...hold, buttons: 0 });
  return `drag ${nameOf(element)}`;
}

/** One finger or two; what they touched first hears all of it. */
export function touch(chance: Chance): string {
  const target = anyTarget(chance);
  const { element } = target;
  const fingers = Array.from({ length: chance.share() < 0.3 ? 2 : 1 }, () => way(chance, target));
  const send = (type: "start" | "move" | "end" | "cancel", at: number) => {
    const touches = fingers.map((points, finger) => {
      const [clientX, clientY] = points[Math.min(at, points.length - 1)];
      return new Touch({ identifier: finger, target: element, clientX, clientY });
    });
    const down = type === "start" || type === "move";
    const pointed = down ? type.replace("start", "down") : type.replace("end", "up");
    touches.forEach(({ clientX, clientY }, finger) => {
      const spec = {
        bubbles: true,
        cancelable: true,
        composed: true,
        view: window,
        clientX,
        clientY,
      };
      const pointer = {
        pointerId: MOUSE + 1 + finger,
        pointerType: "touch",
        isPrimary: finger === 0,
      };
      element.dispatchEvent(new PointerEvent(`pointer${pointed}`, { ...spec, ...pointer }));
    });
    element.dispatchEvent(
      new TouchEvent(`touch${type}`, {
        bubbles: true,
        cancelable: true,
        composed: true,
        view: window,
        touches: down ? touches : [],
        targetTouches: down ? touches : [],
        changedTouches: touches,
      }),
    );
  };
  send("start", 0);
  for (let at = 1; at < 4; at++) send("move", at);
  send(chance.share() < 0.15 ? "cancel" : "end", 3);
  return `touch ${nameOf(element)}`;
}

export function wheel(chance: Chance): string {
  const { element, x, y } = anyTarget(chance);
  element.dispatchEvent(
    new WheelEvent("wheel", {
      bubbles: true,
      cancelable: true,
      composed: true,
      view: window,
      clientX: x,
      clientY: y,
      deltaX: chance.share() < 0.2 ? chance.between(-200, 200) : 0,
      deltaY: chance.between(-600, 600),
      deltaMode: chance.whole(3),
      ctrlKey: chance.share() < 0.3,
    }),
  );
  return `wheel ${nameOf(element)}`;
}

/** Anywhere in the page, or in a part of it that scrolls by itself. */
export function scroll(chance: Chance): string {
  const { element } = anyTarget(chance);
  const within = element.closest("dialog, textarea, .popover, main") ?? document.documentElement;
  within.scrollTop = chance.share() * within.scrollHeight;
  scrollTo({ top: chance.share() * document.documentElement.scrollHeight, behavior: "instant" });
  return "scroll";
}
