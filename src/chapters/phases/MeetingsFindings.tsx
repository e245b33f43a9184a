/** @file Does a meeting of repons mean generalisation? What the paper says, and how it is looked at here. */

import { MET } from "../../theory/meeting";

export function MeetingsFindings() {
  return (
    <dl className="findings">
      <div>
        <dt>The paper says</dt>{" "}
        <dd>
          Two repons of one class that collide are generalisation; where they do not collide, the
          network memorises.
        </dd>
      </div>
      <div>
        <dt>What is measured</dt>{" "}
        <dd>
          The repons of each network at its last step. Classes count as met where two of one class
          are typically (by the median) less than {MET} as far apart as two of different ones.
          Higher up more elements have one of their own class as their nearest neighbour.
        </dd>
      </div>
    </dl>
  );
}
