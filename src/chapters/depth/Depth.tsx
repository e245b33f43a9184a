/** @file Chapter 3: how complex a decoder may be. */

import "./depth.css";
import { Story } from "../../kit/live/Story";
import { useShown } from "../../kit/study/useStudies";
import { Rich } from "../../kit/ui/Rich";
import { DepthPanel } from "./DepthPanel";
import { DepthRun } from "./DepthRun";
import { DepthFindings, DepthScores } from "./DepthScores";
import { DEPTH_STUDIES } from "./model/studies";

const STUDIES = Object.values(DEPTH_STUDIES);

export function Depth() {
  useShown(STUDIES);
  return (
    <main className="chapter depth">
      <section className="story" aria-label="Story">
        <h1>Deep enough, and no deeper?</h1>
        <Story />
        <p>
          <b>Liu’s postulate</b> (Liu et al., 2022) is a <b>Goldilocks zone</b>, which the paper
          sets out to confirm: a decoder with too few layers cannot fit what it is shown, one with
          too many, some <Rich text="w^2n_h" /> parameters, fits it without understanding. Each dot
          is a network of width 10, shown six tenths of the pairs.
        </p>
        <DepthScores />
        <DepthFindings />
        <p className="depth-note">
          Zones, by median accuracies at the end: train ≤ 0.9 is confusion, test {">"} 0.9
          generalisation, the rest memorisation.
        </p>
      </section>
      <section className="hero" aria-label="Accuracy against depth">
        <DepthPanel />
      </section>
      <section className="evidence" aria-label="The chosen network">
        <DepthRun />
      </section>
    </main>
  );
}

export function Hero() {
  useShown(STUDIES);
  return <DepthPanel alone />;
}

export { Transport as Foot } from "../../kit/live/Transport";
