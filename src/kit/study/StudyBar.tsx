/** @file Where a study's results come from, and how to have them made here. */
import type { NamedExperiment } from "../../experiment/experimentFile";
import type { Result } from "./model/result";
import type { Choose, Study } from "./model/study";
import { noticesOf, type StudyState } from "./model/studyState";
import { StudyEngine } from "./StudyEngine";
import { useStudyState } from "./useStudies";

interface Props {
  readonly study: Study;
  /** What is recorded under its name, and trained here when asked. */
  readonly named: NamedExperiment;
  readonly choose?: Choose;
  /** Whether there is a recording to go back to. */
  readonly recorded?: boolean;
}

const DAY = { day: "numeric", month: "short", year: "numeric" } as const;

export function StudyBar({ study, named, choose, recorded = true }: Props) {
  const state = useStudyState(study, (whole) => whole);
  const { status, origin } = state;
  const here = async () => {
    await study.prepare(named);
    study.start(choose);
  };
  const begun = state.results.some((result) => result !== null);
  const trouble = status.kind === "failed" ? status.message : noticesOf(state).at(-1);
  return (
    <div className="study-bar">
      {origin === "recorded" ? (
        <>
          <Recorded state={state} />
          <button type="button" disabled={status.kind === "loading"} onClick={() => void here()}>
            Train it here
          </button>
        </>
      ) : (
        <>
          <Progress state={state} />
          <StudyEngine engine={state.engine} />
          {status.kind === "running" ? (
            <button type="button" onClick={() => study.pause()}>
              Pause
            </button>
          ) : (
            <button
              type="button"
              disabled={status.kind === "loading" || status.kind === "done"}
              onClick={() => study.start(choose)}
            >
              {begun ? "Go on" : "Train"}
            </button>
          )}
          {begun && (
            <button
              type="button"
              title="Forgets what was trained here"
              onClick={() => void study.clear()}
            >
              Clear
            </button>
          )}
          {recorded && (
            <button type="button" onClick={() => void study.openRecording(named.name)}>
              Recording
            </button>
          )}
        </>
      )}
      {trouble && (
        <span className="trouble" role="alert" title={trouble}>
          {trouble}
        </span>
      )}
    </div>
  );
}

function Recorded({ state: { status, provenance, results } }: { readonly state: StudyState }) {
  if (status.kind === "loading") return <span className="note">The recording is loading.</span>;
  if (!provenance) return <span className="note">No recording here.</span>;
  const { engine, date, commit, kernel, command } = provenance;
  return (
    <span
      className="note"
      title={`${results.length} networks; ${engine}, kernel ${kernel}, commit ${commit}: ${command}`}
    >
      recorded {new Date(date).toLocaleDateString("en-GB", DAY)}
    </span>
  );
}

/** "2 min", or seconds below one. */
const timeText = (seconds: number): string =>
  seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;

/** Of all steps, the share that has been made; 0 while it is not known how many there are. */
function shareOf(results: readonly (Result | null)[], horizons: readonly number[]): number {
  const made = results.reduce(
    (sum, result, i) =>
      sum + (result?.outcome ? horizons[i] : Math.max(0, result?.progress.step ?? 0)),
    0,
  );
  const all = horizons.reduce((sum, steps) => sum + steps, 0);
  return all === 0 ? 0 : made / all;
}

function Progress({ state }: { readonly state: StudyState }) {
  const { results, settings, status, secondsLeft } = state;
  const finished = results.filter((result) => result?.outcome).length;
  if (status.kind === "done")
    return <span className="note">trained here: {results.length} networks</span>;
  const share = shareOf(
    results,
    settings.map(({ steps }) => steps),
  );
  const left = secondsLeft === null ? "" : `, about ${timeText(secondsLeft)} left`;
  return (
    <span className="note">
      <progress max={1} value={share} aria-label="Share of all steps" /> {finished} of{" "}
      {results.length} networks{left}
    </span>
  );
}
