/** @file A bench of the lab: every run that was tried in this browser, and the page's run as a file. */
import "./notebook.css";
import type { Bench } from "../bench";
import { Files } from "./Files";
import { Table } from "./Table";

function Side() {
  return (
    <>
      <p>
        Whatever you train, in any chapter, is written down: what you changed, and what became of
        it. Press a run to train it again, or tick two to see them side by side.
      </p>
      <Files />
    </>
  );
}

export const notebook: Bench = { title: "Every run that was tried", Side, Main: Table };
