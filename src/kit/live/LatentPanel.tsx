/** @file Latent space and what is shown in it. */

import { Count } from "../ui/Count";
import { Figure } from "./Figure";
import { LookSwitches } from "./LookSwitches";
import { latentData } from "./latentData";
import { hover, lookAt, pin, show } from "./model/actions";
import { shownStep } from "./model/selectors";
import { latentNumbers } from "./tables";
import { usePage, usePageStore } from "./usePage";
import { latent } from "./view/latent";

export function LatentPanel() {
  const store = usePageStore();
  return (
    <div className="panel latent">
      <header>
        <h2>Latent space</h2>
        <ShownStep />
        <span className="spacer" />
        <LookSwitches />
      </header>
      <Figure
        view={latent}
        select={latentData}
        table={latentNumbers}
        events={{
          onHover: (element) => hover(store, element === null ? [] : [element]),
          onPin: (element) => pin(store, element),
          onSight: (sight) => show(store, sight),
          onExtent: ({ x0, x1, y0, y1 }) => lookAt(store, { x: [x0, x1], y: [y0, y1] }),
        }}
      />
    </div>
  );
}

function ShownStep() {
  const step = usePage(shownStep);
  return (
    <span className="note">
      step <Count of={step} />
    </span>
  );
}
