/** @file The button in the corner of a picture: its numbers to read, and files of it to take away. */
import { useState } from "react";
import { late } from "../late";

const TakeMenu = late(async () => (await import("./TakeMenu")).TakeMenu);

const NAME = "Numbers and files of this picture";

export function TakeButton() {
  const [pressed, setPressed] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        className="take"
        title={NAME}
        aria-label={NAME}
        aria-haspopup="dialog"
        aria-expanded={pressed !== null}
        onClick={({ currentTarget }) => setPressed(currentTarget)}
      />
      {pressed && <TakeMenu at={pressed} onClose={() => setPressed(null)} />}
    </>
  );
}
