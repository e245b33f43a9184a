/**
 * @file How a program goes on and what it says: `run/schedule.ts` and Table 4 (`theory/phase.ts`) in Python.
 *
 * It calls `learn(step)` and `evaluate()`, which each library defines.
 */
import { DELAY, LEARNT } from "../../theory/phase";
import { heading } from "./pieces";

export const VERDICT = `
${heading("Table 4")}

LEARNT = ${LEARNT}  # the accuracy that must be exceeded
DELAY = ${DELAY}  # steps; a test accuracy that follows no sooner is grokking


def schedule():
    """Evaluated steps: every one up to 200, then no more than 1 % apart, and the last."""
    step = 0
    while step < STEPS:
        yield step
        step += max(1, step // 100)
    yield STEPS


def phase(to_train, to_test):
    """The phase of Table 4 from the steps to each accuracy, None where it was not reached."""
    if to_train is None:
        return "confusion"
    if to_test is None:
        return "memorisation"
    return "generalisation" if to_test - to_train < DELAY else "grokking"


def main():
    to_train = to_test = None
    step, shown = 0, 0
    for goal in schedule():
        while step < goal:
            step += 1
            learn(step)
        loss, train, test = evaluate()
        if to_train is None and train > LEARNT:
            to_train = step
        if to_test is None and test > LEARNT:
            to_test = step
        # Nothing changes once both are known; a loss that is no number stays so.
        ends = None not in (to_train, to_test) or not math.isfinite(loss) or step == STEPS
        if step >= shown or ends:
            print(f"step {step}: loss {loss:.4f}, train {train:.4f}, test {test:.4f}", flush=True)
            shown = 1.5 * step
        if ends:
            break
    verdict = {"phase": phase(to_train, to_test), "stepsToTrain": to_train, "stepsToTest": to_test}
    print(json.dumps(verdict))


if __name__ == "__main__":
    main()
`;
