/** @file What titles say, for fingers: by a tap on what does nothing else, by a long press on what does. */

const ACTS = "button, a, input, select, label, summary";
/** Milliseconds from which a press is long. */
const LONG = 500;
/** Pixels within which a finger has not moved. */
const STILL = 10;
/** Pixels to the edges of the window. */
const GAP = 8;

const tip = document.createElement("p");
tip.className = "touch-tip";
tip.role = "status";

/** Over what it is about, or below it where there is no room, within the window. */
function show(of: HTMLElement): void {
  tip.textContent = of.title;
  // A dialog that is open lies over all that is not within it.
  (of.closest("dialog") ?? document.body).append(tip);
  const { left, top, bottom } = of.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  tip.style.top = `${top - height - GAP > 0 ? top - height - GAP : bottom + GAP}px`;
}

/** Returns what ends it. */
export function bindTouchTips(): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let press: { readonly of: HTMLElement; readonly at: PointerEvent } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    press = null;
  };
  const begin = (event: PointerEvent) => {
    end();
    tip.remove();
    const of = (event.target as Element).closest<HTMLElement>("[title]:not([title=''], iframe)");
    if (event.pointerType !== "touch" || !of) return;
    press = { of, at: event };
    timer = setTimeout(() => {
      show(of);
      end();
    }, LONG);
  };
  const away = ({ clientX, clientY }: PointerEvent, at: PointerEvent) =>
    Math.hypot(clientX - at.clientX, clientY - at.clientY) > STILL;
  addEventListener("pointerdown", begin, { signal });
  addEventListener("pointermove", (event) => press && away(event, press.at) && end(), { signal });
  addEventListener("pointercancel", end, { signal });
  addEventListener(
    "pointerup",
    () => {
      if (press && !press.of.matches(ACTS)) show(press.of);
      end();
    },
    { signal },
  );
  addEventListener("scroll", () => tip.remove(), { signal, capture: true });
  return () => {
    abort.abort();
    end();
    tip.remove();
  };
}
