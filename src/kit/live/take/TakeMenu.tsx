/** @file What a picture shows, in a sentence, its numbers, and what it can be taken away as, beside the button that was pressed. */
import { useEffect, useRef, useState } from "react";
import { sentence } from "../../../experiment/sentence";
import type { Table } from "../../draw/table";
import { Formats } from "./Formats";
import { NumbersDialog } from "./NumbersDialog";
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

function pictureAt(at: HTMLElement) {
  const picture = TAKEABLE.get(at.parentElement as HTMLElement);
  if (!picture) throw new Error("This picture is not shown any more.");
  return picture;
}

/** The numbers of the moment at which it was pressed; the sentence why there are none. */
function useTable(at: HTMLElement): Table | string | null {
  const [found, setFound] = useState<Table | string | null>(null);
  useEffect(() => {
    const ask = async () => pictureAt(at).table();
    ask().then(setFound, (error) => setFound(sentence(error)));
  }, [at]);
  return found;
}

export function TakeMenu({ at, onClose }: Props) {
  const table = useTable(at);
  const [reads, setReads] = useState(false);
  const close = () => {
    onClose();
    at.focus();
  };
  if (reads && typeof table === "object" && table)
    return <NumbersDialog table={table} onClose={close} />;
  return <Menu at={at} table={table} onRead={() => setReads(true)} onClose={close} />;
}

interface MenuProps extends Props {
  readonly table: Table | string | null;
  readonly onRead: () => void;
}

function Menu({ at, table, onRead, onClose }: MenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const menu = dialog.current;
    if (!menu) return;
    const outside = ({ target }: Event) => target === menu && menu.close();
    menu.showModal();
    menu.addEventListener("click", outside);
    return () => menu.removeEventListener("click", outside);
  }, []);
  useEffect(() => {
    // Its sentence makes it higher.
    if (dialog.current && table !== undefined) place(dialog.current, at);
  }, [at, table]);
  return (
    <dialog ref={dialog} className="take-menu" aria-label={at.title} onClose={onClose}>
      <p className="finding">{typeof table === "string" ? table : table?.finding}</p>
      <p>
        <button type="button" onClick={onRead}>
          Read its numbers
        </button>
      </p>
      <Formats picture={() => ({ picture: pictureAt(at) })} />
    </dialog>
  );
}
