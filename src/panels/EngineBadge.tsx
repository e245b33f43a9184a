/** @file Which engine runs, how fast, and why not another. */
import { ENGINE_CHOICES, type EngineChoice } from "../experiment/link";
import { visit } from "../state/actions";
import { steps } from "../state/verdict";
import { ExactShare } from "./ExactRun";
import { usePage, usePageStore } from "./StoreContext";

const NAMES: Record<EngineChoice, string> = {
  auto: "fastest engine",
  simd: "SIMD",
  webgl: "WebGL",
  reference: "plain loops",
};

export function EngineBadge() {
  const store = usePageStore();
  const engine = usePage((state) => state.engine);
  const choice = usePage((state) => state.link.engine);
  const speed = usePage((state) => state.stepsPerSecond);
  const running = usePage((state) => state.transport.playing && state.status.kind === "running");
  return (
    <div className="engine">
      <div>
        <strong>{speed === null ? "…" : steps(speed)} steps/s</strong>
        {!running && " · at rest"}
      </div>
      <details>
        <summary>
          {engine
            ? `${NAMES[engine.name]}, ${engine.name === "simd" ? "exact" : engine.precision}`
            : "starting"}
        </summary>
        <div className="popover">
          <p>
            {engine?.detail}, {engine?.precision}.{" "}
            {engine?.declined.map((reason) => `Not ${reason}. `)}
          </p>
          <label>
            engine{" "}
            <select
              value={choice}
              onChange={(event) => visit(store, { engine: event.target.value as EngineChoice })}
            >
              {ENGINE_CHOICES.map((name) => (
                <option key={name} value={name}>
                  {NAMES[name]}
                </option>
              ))}
            </select>
          </label>
          <ExactShare />
        </div>
      </details>
    </div>
  );
}
