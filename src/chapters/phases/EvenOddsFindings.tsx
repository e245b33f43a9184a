/** @file One intercept for all relations? What the paper says, and how it is looked at here. */

export function EvenOddsFindings() {
  return (
    <dl className="findings">
      <div>
        <dt>The paper says</dt>{" "}
        <dd>
          The boundary between learning and memorising has about the same intercept for all
          relations.
        </dd>
      </div>
      <div>
        <dt>How it is known</dt>{" "}
        <dd>
          A line of slope +1 is fitted to the cells of each recording. The bars hold 95 of 100 such
          fits to cells drawn anew from the same ones, each with all its seeds: seeds of a cell are
          near copies.
        </dd>
      </div>
    </dl>
  );
}
