/** @file The sandbox's knobs: rates and system always, the rest by group. */
import { type NumberKey, SANDBOX_PARAMS } from "../../experiment/sandbox";
import { parseSandboxValue } from "../../experiment/sandboxLink";
import { changeSandbox, showEvidence } from "../../state/sandbox";
import { Knob } from "../Knob";
import { Segments } from "../Segments";
import { useSandbox, useSandboxStore } from "./SandboxContext";

function Control({ name }: { readonly name: NumberKey }) {
  const store = useSandboxStore();
  const value = useSandbox(({ sandbox }) => sandbox[name]);
  return (
    <Knob
      param={SANDBOX_PARAMS[name]}
      value={value}
      parse={(typed) => parseSandboxValue(name, typed)}
      onChange={(next) => changeSandbox(store, { [name]: next })}
    />
  );
}

const controls = (names: readonly NumberKey[]) =>
  names.map((name) => <Control key={name} name={name} />);

export function SandboxControls() {
  const store = useSandboxStore();
  const system = useSandbox(({ sandbox }) => sandbox.system);
  return (
    <div className="controls sandbox-controls">
      {controls(["etaX", "etaA"])}
      <Segments
        label="System"
        values={SANDBOX_PARAMS.system.values}
        value={system}
        onChange={(next) => changeSandbox(store, { system: next })}
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
          if (event.currentTarget.open) showEvidence(store, "odds");
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
