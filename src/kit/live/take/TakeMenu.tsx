/** @file What a picture can be taken away as, beside the button that was pressed. */
import { useEffect, useRef } from "react";
import { Formats } from "./Formats";
import { TAKEABLE } from "./takeable";

interface Props {
  /** Stands in the picture. */
  readonly at: HTMLElement;
  readonly onClose: () => void;
}

/** Between the button and the menu, px. */
const GAP = 6;

/** Above the button where there is room, below it otherwise; within the window. */
function place(menu: HTMLElement, at: HTMLElement): void {
  const button = at.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const above = button.top - height - GAP;
  const top = above >= GAP ? above : button.bottom + GAP;
  menu.style.left = `${Math.max(GAP, Math.min(button.right, innerWidth - GAP) - width)}px`;
  menu.style.top = `${Math.max(GAP, Math.min(top, innerHeight - GAP - height))}px`;
}

export function TakeMenu({ at, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const menu = dialog.current;
    if (!menu) return;
    const outside = ({ target }: Event) => target === menu && menu.close();
    menu.showModal();
    place(menu, at);
    menu.addEventListener("click", outside);
    return () => menu.removeEventListener("click", outside);
  }, [at]);
  return (
    <dialog
      ref={dialog}
      className="take-menu"
      aria-label="Take this picture away"
      onClose={onClose}
    >
      <Formats
        picture={() => {
          const picture = TAKEABLE.get(at.parentElement as HTMLElement);
          if (!picture) throw new Error("This picture is not shown any more.");
          return { picture };
        }}
      />
    </dialog>
  );
}
