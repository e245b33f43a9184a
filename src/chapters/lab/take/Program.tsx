/** @file The settings of the page’s run as a Python program: to be read, copied, saved. */
import "./program.css";
import { useMemo, useState } from "react";
import { LIBRARIES, type Library, programOf } from "../../../experiment/program/program";
import { save } from "../../../kit/live/take/save";
import { usePage } from "../../../kit/live/usePage";
import { CopyButton } from "../../../kit/ui/CopyButton";
import { Segments } from "../../../kit/ui/Segments";
import { wordsOf } from "./colours";

const fileName = (library: Library): string => `geneft_${library}.py`;

export function Program() {
  const settings = usePage(({ link }) => link.settings);
  const [library, setLibrary] = useState<Library>("pytorch");
  const program = useMemo(() => programOf(settings, library), [settings, library]);
  const words = useMemo(() => wordsOf(program), [program]);
  const name = fileName(library);
  return (
    <div className="panel program">
      <header>
        <h2>As a program</h2>
        <Segments label="Library" values={LIBRARIES} value={library} onChange={setLibrary} />
        <span className="spacer" />
        <CopyButton text={() => program}>Copy</CopyButton>
        <button
          type="button"
          onClick={() => save(new File([program], name, { type: "text/x-python" }))}
        >
          Save as .py
        </button>
      </header>
      <p className="note">
        These very settings, with the split, the first weights and the batches of the page.{" "}
        <code translate="no">python3 {name}</code> prints how training goes and, in its last line,
        the phase of Table 4 with the steps to train and to test. It computes in double precision,
        the page in single: step counts mostly agree to a percent; of networks that grok thousands
        of steps later, to a tenth or so.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className="code" tabIndex={0} aria-label={`Program in ${LIBRARIES[library]}`}>
        <pre translate="no">
          {words.map(({ kind, text }, i) =>
            kind === "plain" ? (
              text
            ) : (
              <span key={i} className={kind}>
                {text}
              </span>
            ),
          )}
        </pre>
      </section>
    </div>
  );
}
