/** @file Relations from the world to begin with, as buttons; the chosen one says what it is and where it is from. */
import "./paste.css";
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { Tipped } from "../../../kit/ui/Tipped";
import { adopt, isAdopted } from "./adopt";
import { type ExampleName, GALLERY } from "./gallery/list";

const NAMES = Object.keys(GALLERY) as ExampleName[];

export function Gallery() {
  const store = usePageStore();
  const chosen = usePage(({ link }) => NAMES.find((name) => isAdopted(link, GALLERY[name])));
  return (
    <section className="gallery" aria-labelledby="gallery-title">
      <h2 id="gallery-title">From the world</h2>
      <fieldset className="presets" aria-label="Relations to begin with">
        {NAMES.map((name) => (
          <Tipped
            key={name}
            className="chip"
            aria-pressed={name === chosen}
            tip={name === chosen ? null : GALLERY[name].sentence}
            onClick={() => adopt(store, GALLERY[name])}
          >
            {GALLERY[name].label}
          </Tipped>
        ))}
      </fieldset>
      <div role="status">
        {chosen && (
          <>
            <p>{GALLERY[chosen].sentence}</p>
            <p className="source">{GALLERY[chosen].source}</p>
          </>
        )}
      </div>
    </section>
  );
}
