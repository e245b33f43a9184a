/** @file Which engine runs, how fast, and why not another. */

import { ENGINE_CHOICES, ENGINE_WORDS, type EngineChoice } from "../../run/engineChoice";
import { grouped } from "../../theory/grouped";
import { Count } from "../ui/Count";
import { visit } from "./model/actions";
import type { State } from "./model/store";
import { usePage, usePageStore } from "./usePage";

type Engine = NonNullable<State["engine"]>;

/** "SIMD 1,420, WebGL 310", of what was measured. */
const listed = (speeds: Engine["speeds"]): string =>
  ENGINE_CHOICES.filter((name) => name !== "auto")
    .flatMap((name) => (speeds[name] ? [`${ENGINE_WORDS[name]} ${grouped(speeds[name])}`] : []))
    .join(", ");

/** What is known of the engines. */
export function EngineFacts({
  engine,
  measure = "steps/s",
}: {
  readonly engine: Engine;
  readonly measure?: string;
}) {
  const { name, detail, precision, declined, speeds } = engine;
  return (
    <>
      <p>
        {ENGINE_WORDS[name]}: {detail}, {precision}.
      </p>
      {Object.entries(declined).map(([other, reason]) => (
        <p key={other}>
          Not {ENGINE_WORDS[other as EngineChoice]}: {reason}.
        </p>
      ))}
      {listed(speeds) && (
        <p>
          Measured here, {measure}: {listed(speeds)}.
        </p>
      )}
    </>
  );
}

export function EngineBadge() {
  const store = usePageStore();
  const engine = usePage((state) => state.engine);
  const exact = usePage((state) => state.exact);
  const choice = usePage((state) => state.link.engine);
  const speed = usePage((state) => state.stepsPerSecond);
  const running = usePage((state) => state.transport.playing && state.status.kind === "running");
  return (
    <div className="engine">
      <div>
        <strong>{speed === null ? "…" : <Count of={speed} />} steps/s</strong>
        {!running && " · at rest"}
      </div>
      <details>
        <summary>
          {engine
            ? `${ENGINE_WORDS[engine.name]}, ${exact ? "exact" : engine.precision}`
            : "starting"}
        </summary>
        <div className="popover">
          {engine && <EngineFacts engine={engine} />}
          <label>
            engine{" "}
            <select
              value={choice}
              onChange={(event) => visit(store, { engine: event.target.value as EngineChoice })}
            >
              {ENGINE_CHOICES.map((name) => (
                <option key={name} value={name}>
                  {ENGINE_WORDS[name]}
                </option>
              ))}
            </select>
          </label>
          <a href="#check=1" target="_blank" rel="noopener">
            Check this browser
          </a>
        </div>
      </details>
    </div>
  );
}
