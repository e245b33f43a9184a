/** @file The knobs of two repons: rates and system always, the rest by group. */

import { parseEntryValue } from "../../experiment/entry";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { Knob } from "../../kit/ui/Knob";
import { Rich } from "../../kit/ui/Rich";
import { Segments } from "../../kit/ui/Segments";
import { type NumberKey, SETUP_PARAMS } from "./model/params";
import { changeSetup, showEvidence, twoReponsState } from "./model/store";

function Control({ name }: { readonly name: NumberKey }) {
  const page = usePageStore();
  const value = useOf(twoReponsState, ({ setup }) => setup[name]);
  return (
    <Knob
      param={SETUP_PARAMS[name]}
      value={value}
      parse={(typed) => parseEntryValue(SETUP_PARAMS[name], typed)}
      onChange={(next) => changeSetup(page, { [name]: next })}
    />
  );
}

const controls = (names: readonly NumberKey[]) =>
  names.map((name) => <Control key={name} name={name} />);

export function Controls() {
  const page = usePageStore();
  const system = useOf(twoReponsState, ({ setup }) => setup.system);
  return (
    <div className="controls two-repons-controls">
      {controls(["etaX", "etaA"])}
      <Segments
        label="System"
        values={SETUP_PARAMS.system.values}
        value={system}
        onChange={(next) => changeSetup(page, { system: next })}
      />
      {system === "full" && (
        <details name="pair-knobs" open>
          <summary>
            <span>Target y and bias b</span>
          </summary>
          {controls(["y1", "y2", "b1", "b2"])}
        </details>
      )}
      <details name="pair-knobs">
        <summary>
          <span>
            Decoder <Rich text="A_0" />
          </span>
        </summary>
        {controls(["angle", "stiff", "soft"])}
      </details>
      <details
        name="pair-knobs"
        onToggle={(event) => {
          if (event.currentTarget.open) showEvidence(page, "odds");
        }}
      >
        <summary>
          <span>Random pairs</span>
        </summary>
        {controls(["sigmaA", "sigmaC", "d", "outputs"])}
      </details>
    </div>
  );
}
