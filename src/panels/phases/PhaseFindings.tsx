/** @file What the paper says of the boundary, what the cells say, and what is known of why. */
import { isRatePlane, type Scores } from "../../state/phaseScores";
import { latticeFor } from "../../state/phases";
import type { Score } from "../../theory/boundary/points";
import { useScene } from "./PhasesContext";
import { sceneScores } from "./phasesData";
import { percent, value, withError } from "./phasesWords";

export function PhaseFindings() {
  const scores = useScene(sceneScores);
  const lattice = useScene((now) => latticeFor(now.study.named));
  if (!scores || !lattice || scores.rules[0].of === 0) return null;
  if (isRatePlane(lattice)) return <Rates scores={scores} />;
  if (lattice.x.key === "decoderDecay" && lattice.y.key === "decoderRate")
    return <Decay scores={scores} />;
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
  const [ratio, product, paper] = ["ratio", "product", "paper"].map((name) => find(scores, name));
  const majority = find(scores, "majority");
  if (!ratio || !product || !paper || !majority) return null;
  const { fit } = scores;
  return (
    <dl className="findings">
      <div>
        <dt>The paper says</dt>{" "}
        <dd>
          Eq. 11: only the ratio of the rates counts, slope +1. Its text: slope −1, learning where
          their product is below 10⁻⁷.
        </dd>
      </div>
      <div>
        <dt>These cells say</dt>{" "}
        <dd aria-live="polite">
          {ratio.right > product.right ? "The ratio" : "The ratio does no better"}: {percent(ratio)}{" "}
          against {percent(product)}
          {againstConstant(product, majority)}; the text’s rule {percent(paper)}.{" "}
          {fit ? (
            <>
              Fitted slope <b>{withError(fit.slope, fit.standardError)}</b>.
            </>
          ) : (
            "They determine no slope."
          )}
          {scores.confused > 0 && ` ${scores.confused} confused ones are left out.`}
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

function Decay({ scores }: { readonly scores: Scores }) {
  const height = find(scores, "height");
  const { fit, columns } = scores;
  if (!height) return null;
  const departing = columns.filter(({ departs }) => departs);
  const name = (x: number) => (Number.isFinite(x) ? value(10 ** x) : "none");
  return (
    <dl className="findings">
      <div>
        <dt>The paper says</dt>{" "}
        <dd>The boundary lies at the same decoder rate whatever the decoder’s weight decay.</dd>
      </div>
      <div>
        <dt>These cells say</dt>{" "}
        <dd aria-live="polite">
          {height.line
            ? `One decoder rate for all columns, ${value(10 ** height.line.at)}, gets ${percent(height)} right. `
            : "No one decoder rate divides these cells better than always the same answer. "}
          {height.line &&
            (departing.length === 0
              ? "No column would do better with its own."
              : `Columns that would do better with their own: ${departing
                  .map(
                    ({ x, common, own }) =>
                      `${name(x)} (${own.right} of ${own.of}, not ${common.right})`,
                  )
                  .join(", ")}.`)}{" "}
          {fit && (
            <>
              Fitted slope without the column of no decay{" "}
              <b>{withError(fit.slope, fit.standardError)}</b>; independence would be 0.
            </>
          )}
          {scores.confused > 0 && ` ${scores.confused} confused networks are left out.`}
        </dd>
      </div>
      <div>
        <dt>Beyond the training set, by decay</dt>{" "}
        <dd>
          {columns.map(({ x, learnt, own }) => `${name(x)}: ${learnt} of ${own.of}`).join(" · ")}
        </dd>
      </div>
    </dl>
  );
}
