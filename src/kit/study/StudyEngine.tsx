/** @file What the networks of a live study are trained on, and why not on another engine. */
import { ENGINE_WORDS } from "../../run/engineChoice";
import { EngineFacts } from "../live/EngineBadge";
import type { StudyState } from "./model/studyState";

export function StudyEngine({ engine }: Pick<StudyState, "engine">) {
  if (!engine) return null;
  return (
    <details className="study-engine">
      <summary>
        on {ENGINE_WORDS[engine.name]}, {engine.exact ? "exact" : engine.precision}
      </summary>
      <EngineFacts engine={engine} measure="steps/s of all networks together" />
    </details>
  );
}
