/** @file The button in the corner of a picture with which it is taken away. */
import { useState } from "react";
import { late } from "../late";

const TakeMenu = late(async () => (await import("./TakeMenu")).TakeMenu);

export function TakeButton() {
  const [pressed, setPressed] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        className="take"
        title="Take this picture away"
        aria-label="Take this picture away"
        aria-haspopup="dialog"
        aria-expanded={pressed !== null}
        onClick={({ currentTarget }) => setPressed(currentTarget)}
      />
      {pressed && <TakeMenu at={pressed} onClose={() => setPressed(null)} />}
    </>
  );
}
