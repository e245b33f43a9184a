/** @file What the paper says of the boundary, what the cells say, and what is known of why. */

import { useOf } from "../../kit/live/usePage";
import type { Score } from "../../theory/boundary/points";
import { currentScores } from "./model/gridData";
import type { Lattice } from "./model/lattice";
import { latticeFor, phasesState } from "./model/phases";
import { isRatePlane, type Scored, type Scores, scaled } from "./model/scores";
import { percent, value, withError } from "./model/words";

export function PhaseFindings() {
  const scores = useOf(phasesState, currentScores);
  const lattice = useOf(phasesState, (now) => latticeFor(now.study.named));
  if (!scores || !lattice || scores.rules[0].of === 0) return null;
  if (isRatePlane(lattice)) return <Rates scores={scores} />;
  if (lattice.x.key === "decoderDecay" && lattice.y.key === "decoderRate")
    return <Decay scores={scores} lattice={lattice} />;
  return null;
}

const find = ({ rules }: Scores, name: string) => rules.find(({ rule }) => rule === name);

const againstConstant = (product: Score, majority: Score): string => {
  if (product.right > majority.right) return "";
  return product.right === majority.right
    ? ", which a constant answer gets too"
    : `, less than a constant answer (${percent(majority)})`;
};

function Rates({ scores }: { readonly scores: Scores }) {
  const [ratio, product, paper, second, majority] = [
    "ratio",
    "product",
    "paper",
    "second",
    "majority",
  ].map((name) => find(scores, name));
  if (!ratio || !product || !paper || !second || !majority) return null;
  const { fit } = scores;
  return (
    <dl className="findings">
      <div>
        <dt>The paper says</dt>{" "}
        <dd>
          Eq. 11: only the ratio of the rates counts, slope +1. The text of its first version: slope
          −1, learning where their product is at most 10⁻⁷. The second version, as cited by others:
          learning where the decoder rate is at most 10 times the encoder rate.
        </dd>
      </div>
      <div>
        <dt>These cells say</dt>{" "}
        <dd data-told>
          {ratio.right > product.right ? "The ratio" : "The ratio does no better"}: {percent(ratio)}{" "}
          against {percent(product)}
          {againstConstant(product, majority)}; the first version’s rule {percent(paper)}, the
          second’s {percent(second)}.{" "}
          {fit ? (
            <>
              Fitted slope <b>{withError(fit.slope, fit.standardError)}</b>.
            </>
          ) : (
            "They determine no slope."
          )}
          {scores.confused > 0 &&
            ` ${scores.confused} of ${scores.decided}, confused, are left out.`}
        </dd>
      </div>
      <div>
        <dt>Why they differ</dt>{" "}
        <dd>
          Not known. The notebook behind the parent paper’s diagram has its upright axis upside
          down: there +1 reads as −1.
        </dd>
      </div>
    </dl>
  );
}

function Decay({ scores, lattice }: { readonly scores: Scores; readonly lattice: Lattice }) {
  const height = find(scores, "height");
  if (!height) return null;
  return (
    <dl className="findings">
      <div>
        <dt>The paper says</dt>{" "}
        <dd>The boundary lies at the same decoder rate whatever the decoder’s weight decay.</dd>
      </div>
      <div>
        <dt>These cells say</dt>{" "}
        <dd data-told>
          <OneRate scores={scores} height={height} />
          {scores.confused > 0 &&
            ` ${scores.confused} of ${scores.decided}, confused, are left out.`}
        </dd>
      </div>
      <div>
        <dt>Beyond the training set, by decay</dt> <dd>{byDecay(scores, lattice)}.</dd>
      </div>
      <div>
        <dt>What is known of why</dt>{" "}
        <dd>
          Without decay AdamW is Adam: that column is one of Figure 5. Eq. 7 has no decay, so the
          theory says nothing of the others.
        </dd>
      </div>
    </dl>
  );
}

const decayName = (x: number): string => (Number.isFinite(x) ? value(10 ** x) : "none");

/** Whether one decoder rate divides all columns, and what does better. */
function OneRate({ scores, height }: { readonly scores: Scores; readonly height: Scored }) {
  const { fit } = scores;
  const [own, across] = ["columns", "across"].map((name) => find(scores, name));
  return (
    <>
      {height.line
        ? `One decoder rate for all columns, ${value(10 ** height.line.at)}, gets ${percent(height)} right`
        : `No one decoder rate beats always the same answer, ${percent(height)}`}
      {own &&
        (own.right > height.right
          ? `; each column’s own ${percent(own)}.`
          : "; nor is any column’s own better.")}
      {across?.line &&
        across.right > height.right &&
        ` One decay for all rows, ${value(10 ** across.line.at)}: ${percent(across)}.`}
      {fit && (
        <>
          {" "}
          Fitted slope <b>{withError(fit.slope, fit.standardError)}</b>, 0 if independent.
        </>
      )}
    </>
  );
}

/** "none 0/11 · 0.1 6/12 · 1, 10 none fitted". */
function byDecay({ columns }: Scores, { x }: Lattice): string {
  const confused: string[] = [];
  const told = x.values.flatMap((decay) => {
    const at = scaled(x, decay);
    const column = columns.find((each) => each.x === at);
    if (!column) confused.push(decayName(at));
    return column ? [`${decayName(at)} ${column.learnt}/${column.own.of}`] : [];
  });
  return [...told, ...(confused.length > 0 ? [`${confused.join(", ")} none fitted`] : [])].join(
    " · ",
  );
}
