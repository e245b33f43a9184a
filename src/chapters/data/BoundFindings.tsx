/** @file What the numbers of Figure 2 say, in sentences. */

import { Hidden } from "../../kit/live/guess/GuessBox";
import { useOf, usePart } from "../../kit/live/usePage";
import { memo } from "../../kit/state/memo";
import { SILENT } from "../../theory/inference/prior";
import { contradicted, curveOf } from "./model/asked";
import {
  belowBound,
  bitsOf,
  type Contradicted,
  formulasOf,
  labelBits,
  measuredCritical,
  secondVersion,
} from "./model/boundFacts";
import { dataState } from "./model/boundStudy";
import { subjectOf } from "./model/boundSubject";
import { DATA_PART } from "./model/choices";
import { CURVE_GUESS } from "./model/guess";
import { contradictionWords, fractionText, fractionWithError, secondWords } from "./model/words";

const labelBitsOf = memo(labelBits);

export function BoundFindings() {
  const drawing = useOf(dataState, CURVE_GUESS.asked.open);
  const subject = useOf(dataState, subjectOf);
  const curve = useOf(dataState, curveOf);
  const { unit } = usePart(DATA_PART);
  const found = contradicted(curve);
  const silent = SILENT[subject.request.prior.class];
  if (drawing) return <Hidden />;
  return (
    <ul className="findings" data-told>
      {found && <Contradiction found={found} />}
      {silent && (
        <li>{silent} The bound is therefore not drawn below the point where all follows.</li>
      )}
      {!found && <Critical />}
      {!found && <Second />}
      {!found && <UpperBound />}
      {unit === "bits" && (
        <li>
          The answer to one pair carries at most {labelBitsOf(subject.request.truth).toFixed(3)}{" "}
          bit: the entropy of the share of “yes”.
        </li>
      )}
    </ul>
  );
}

function Contradiction({ found }: { readonly found: Contradicted }) {
  const { request } = useOf(dataState, subjectOf);
  const { first, most } = found;
  return (
    <li className="contradicts" role="alert">
      <b>
        {most.inconsistent} of {most.masks} samples of {most.samples} pairs contradict the class
      </b>
      {first !== most && `, and from ${first.samples} pairs on some do`}:{" "}
      {contradictionWords(found, request)}. Where a sample contradicts, no curve is drawn.
    </li>
  );
}

function Critical() {
  const subject = useOf(dataState, subjectOf);
  const points = useOf(dataState, (state) => curveOf(state)?.points ?? null);
  const failed = useOf(dataState, ({ bound }) => bound.status.kind === "failed");
  const { alpha, length } = usePart(DATA_PART);
  const formulas = formulasOf(subject, length);
  const { from } = bitsOf(subject, length);
  const lead = from !== length && <>This class has no such entry, so b is the paper’s. </>;
  if (!formulas) return <li>{lead}b is not above one bit, so Eq. 2 to 4 say nothing here.</li>;
  const pc = formulas.critical(alpha);
  const measured = points && measuredCritical(points, alpha);
  return (
    <li>
      {lead}Eq. 3 with b = {formulas.bits.toPrecision(3)} wants {fractionText(pc)} of the pairs
      {pc > 1 && " (more than there are)"} before {alpha} of them follow;{" "}
      {measured ? (
        <>
          by inference it takes <b>{fractionWithError(measured.fraction, measured.error)}</b>.
        </>
      ) : (
        `by inference ${failed ? "nothing is known: the curve could not be computed" : "that share is not reached yet"}.`
      )}
    </li>
  );
}

function Second() {
  const subject = useOf(dataState, subjectOf);
  const { alpha } = usePart(DATA_PART);
  const second = secondVersion(subject, alpha);
  return second && <li className="second-version">{secondWords(second)}</li>;
}

function UpperBound() {
  const subject = useOf(dataState, subjectOf);
  const points = useOf(dataState, (state) => curveOf(state)?.points ?? null);
  const { length } = usePart(DATA_PART);
  const accuracy = formulasOf(subject, length)?.accuracy;
  if (!accuracy) return <li>Eq. 4 is not drawn: no p* is known for this class.</li>;
  const known = points?.some(({ bound }) => bound);
  if (!points || !known) return null;
  const runs = belowBound(points, accuracy);
  if (runs.length === 0)
    return <li>Eq. 4 is nowhere seen below the bound: here it may pass for an upper bound.</li>;
  const spans = runs.map(([from, to]) =>
    from === to
      ? `at ${fractionText(from)}`
      : `between ${fractionText(from)} and ${fractionText(to)}`,
  );
  return (
    <li>
      Eq. 4, meant as an upper bound, lies <b>below what inference reaches</b> {spans.join(", ")}.
    </li>
  );
}
