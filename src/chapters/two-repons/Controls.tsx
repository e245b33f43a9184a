/** @file The sandbox's knobs: rates and system always, the rest by group. */
import { parseEntryValue } from "../../experiment/entry";
import { usePageStore } from "../../kit/live/usePage";
import { Knob } from "../../kit/ui/Knob";
import { Segments } from "../../kit/ui/Segments";
import { type NumberKey, SANDBOX_PARAMS } from "./model/params";
import { changeSandbox, showEvidence } from "./model/store";
import { useSandbox } from "./useTwoRepons";

function Control({ name }: { readonly name: NumberKey }) {
  const page = usePageStore();
  const value = useSandbox(({ sandbox }) => sandbox[name]);
  return (
    <Knob
      param={SANDBOX_PARAMS[name]}
      value={value}
      parse={(typed) => parseEntryValue(SANDBOX_PARAMS[name], typed)}
      onChange={(next) => changeSandbox(page, { [name]: next })}
    />
  );
}

const controls = (names: readonly NumberKey[]) =>
  names.map((name) => <Control key={name} name={name} />);

export function SandboxControls() {
  const page = usePageStore();
  const system = useSandbox(({ sandbox }) => sandbox.system);
  return (
    <div className="controls two-repons-controls">
      {controls(["etaX", "etaA"])}
      <Segments
        label="System"
        values={SANDBOX_PARAMS.system.values}
        value={system}
        onChange={(next) => changeSandbox(page, { system: next })}
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
            Decoder A<sub>0</sub>
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
