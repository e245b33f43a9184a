/** @file Keys, and what is written, chosen and dropped. */
import type { Chance } from "./chance";
import { anyControl, anyTarget, nameOf } from "./targets";

/** Beside letters and digits. */
const KEYS = [
  ...["Enter", " ", "Escape", "Tab", "Backspace", "Delete", "Home", "End", "PageUp", "PageDown"],
  ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "?", "+", "-", ".", ",", "/", "F5"],
];
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** What people and machines write where something else is wanted; no word of it is looked for on the screen. */
const TEXTS = [
  ...["", "0", "-1", "−5", "3.7", "1e999", "1e-12", "1,5", "½", "٣", "abc", "12abc", " ", "-"],
  ...[
    "0.001",
    "7",
    "1e-3",
    "100000000000000000000",
    "9".repeat(400),
    "\u0000",
    "\ud800",
    "\u202e7",
  ],
  ...[
    "<img src=x onerror=alert(1)>",
    "🙂".repeat(30),
    "0\t1\n1\t0",
    "a,b\nb,c\nc,a",
    "[[0,1],[1,0]]",
  ],
  ...['{"__proto__":{"n":4}}', "#v=1&n=7&seed=2", "#chapter=nowhere&n=-4", "=1+1", "\r\n\r\n;;;"],
];

export function key(chance: Chance): string {
  const pressed = chance.share() < 0.6 ? chance.of(KEYS) : chance.of(LETTERS);
  if (pressed === "Tab") {
    const next = anyControl(chance);
    if (next instanceof HTMLElement || next instanceof SVGElement) next.focus();
    return "key Tab";
  }
  const target = document.activeElement ?? document.body;
  const spec = {
    key: pressed,
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    shiftKey: chance.share() < 0.15,
    ctrlKey: chance.share() < 0.05,
    repeat: chance.share() < 0.1,
  };
  target.dispatchEvent(new KeyboardEvent("keydown", spec));
  target.dispatchEvent(new KeyboardEvent("keyup", spec));
  return `key ${JSON.stringify(pressed)} on ${nameOf(target)}`;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** As a hand would: React hears of it. */
function put(field: Field, value: string): void {
  const { prototype } = field.constructor as { readonly prototype: object };
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

const fileOf = (chance: Chance): File =>
  new File([chance.of(TEXTS)], chance.of(["a.csv", "b.json", "c.run", "d.txt", ""]));

const carried = (chance: Chance): DataTransfer => {
  const data = new DataTransfer();
  if (chance.share() < 0.5) data.items.add(fileOf(chance));
  else data.setData("text/plain", chance.of(TEXTS));
  return data;
};

/** A field, a range or a choice is given another value. */
export function fill(chance: Chance): string {
  const field = anyControl(chance, "input, select, textarea") as Field | null;
  if (!field || field.disabled) return "fill nothing";
  field.focus({ preventScroll: true });
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options].filter(({ disabled }) => !disabled);
    if (options.length > 0) put(field, chance.of(options).value);
  } else if (field.type === "range") {
    const { min, max } = field as HTMLInputElement;
    const end = chance.share();
    const share = end < 0.1 ? 0 : end > 0.9 ? 1 : chance.share();
    put(field, String(Number(min || 0) + share * (Number(max || 100) - Number(min || 0))));
  } else if (field.type === "checkbox" || field.type === "radio") field.click();
  else if (field.type === "file") {
    const data = new DataTransfer();
    data.items.add(fileOf(chance));
    (field as HTMLInputElement).files = data.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else put(field, chance.of(TEXTS));
  const name = nameOf(field);
  if (chance.share() < 0.5)
    field.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, view: window }),
    );
  if (chance.share() < 0.5) field.blur();
  return `fill ${name}`;
}

/** Something is pasted or dropped. */
export function bring(chance: Chance): string {
  const { element, x, y } = anyTarget(chance);
  const data = carried(chance);
  const spec = { bubbles: true, cancelable: true, composed: true };
  if (chance.share() < 0.4) {
    element.dispatchEvent(new ClipboardEvent("paste", { ...spec, clipboardData: data }));
    return `paste into ${nameOf(element)}`;
  }
  for (const type of ["dragenter", "dragover", "drop"])
    element.dispatchEvent(
      new DragEvent(type, { ...spec, clientX: x, clientY: y, dataTransfer: data }),
    );
  return `drop on ${nameOf(element)}`;
}
