/** @file The equations that the shown pair is moved by: Eq. 7 where it is reduced, Eq. 12 where it is full. */
import { useOf } from "../../kit/live/usePage";
import full from "./full.tex";
import invariant from "./invariant.tex";
import invariantFull from "./invariantFull.tex";
import loss from "./loss.tex";
import { twoReponsState } from "./model/store";
import pair from "./pair.tex";

function Equation({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file
  return <div className="equation" dangerouslySetInnerHTML={{ __html: html }} />;
}

export function Laws() {
  const system = useOf(twoReponsState, ({ setup }) => setup.system);
  if (system === "full")
    return (
      <>
        <Equation html={full} />
        <p>
          Eq. 12 as it follows from Eq. 5 and 6. Printed, the slope of <i>b</i> lacks a factor 2
          where it has <i>b</i> − <i>y</i>, and d/d<i>r</i> stands for d/d<i>x</i>
          <sub>i</sub>.
        </p>
        <p className="two-repons-why">
          What never changes is the twin of <i>M</i>
        </p>
        <Equation html={invariantFull} />
      </>
    );
  return (
    <>
      <Equation html={pair} />
      <p className="two-repons-why">
        <i>A</i> is the decoder, made linear, <i>r</i> half the separation. What never changes is
      </p>
      <Equation html={invariant} />
      <p>
        They meet exactly when no direction makes <i>M</i> negative. The load says how much of that
        is used up.
      </p>
    </>
  );
}

/** What both systems follow from. */
export function Loss() {
  return (
    <>
      <p>
        Training lowers the loss of both, ℓ, by gradient flow. Eq. 12 is that, written out; Eq. 7 is
        its part along the separation, where the centre rests and <i>b</i> has its final value.
      </p>
      <Equation html={loss} />
    </>
  );
}
