/** @file Runs that show one thing each, as buttons; each tells its phase once it has come to it. */
import { PHASE_MEANINGS, type Phase } from "../../theory/phase";
import { PhaseMark } from "../ui/PhaseBadge";
import { Tipped } from "../ui/Tipped";
import type { Reached } from "./model/reached";

interface Props<Name extends string> {
  readonly presets: Readonly<Record<Name, { readonly label: string }>>;
  readonly pressed: string | null;
  readonly reached: Reached;
  /** What each phase means of these runs. */
  readonly meanings?: Readonly<Record<Phase, string>>;
  readonly onPick: (name: Name) => void;
}

export function Presets<Name extends string>({
  presets,
  pressed,
  reached,
  meanings = PHASE_MEANINGS,
  onPick,
}: Props<Name>) {
  return (
    <fieldset className="presets" aria-label="Presets">
      {(Object.keys(presets) as Name[]).map((name) => {
        const phase = reached[name];
        return (
          <Tipped
            key={name}
            className="chip"
            aria-pressed={name === pressed}
            tip={phase ? meanings[phase] : null}
            onClick={() => onPick(name)}
          >
            {phase && <PhaseMark phase={phase} />}
            {presets[name].label}
          </Tipped>
        );
      })}
    </fieldset>
  );
}
