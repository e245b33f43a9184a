/** @file Makes the film of the page's run, and tells how far it is. */
import { useEffect, useRef, useState } from "react";
import { sentence } from "../../../experiment/sentence";
import { part } from "../../../kit/live/part";
import { save } from "../../../kit/live/take/save";
import { usePageStore } from "../../../kit/live/usePage";

export function FilmRow() {
  const store = usePageStore();
  /** Share that is done; null while no film is made. */
  const [share, setShare] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const making = useRef<AbortController | null>(null);
  useEffect(() => () => making.current?.abort(), []);

  async function make(): Promise<void> {
    const abort = new AbortController();
    making.current = abort;
    setShare(0);
    setSaid("");
    try {
      const { filmOf } = await part(() => import("./film/film"));
      const { signal } = abort;
      const file = await filmOf(store.getState(), { signal, onProgress: setShare });
      save(file);
      setSaid(`Saved as ${file.name}, ${(file.size / 2 ** 20).toFixed(1)} MB.`);
    } catch (error) {
      setSaid(
        abort.signal.aborted
          ? "The film was given up."
          : `The film could not be made: ${sentence(error)}`,
      );
    }
    setShare(null);
  }

  const busy = share !== null;
  return (
    <section className="take-row">
      <h2>Film</h2>
      <p>Latent space from the first step to the last one kept, in 8 seconds of log time.</p>
      <span className="formats">
        {busy && <progress max={1} value={share} aria-label="How much of the film is made" />}
        <button type="button" onClick={() => (busy ? making.current?.abort() : void make())}>
          {busy ? "Cancel" : "Make film"}
        </button>
      </span>
      <output className="said">{said}</output>
    </section>
  );
}
