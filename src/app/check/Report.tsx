/** @file The report on this browser: each check with its verdict and its numbers, and all of it to copy. */
import "./check.css";
import { useEffect, useState } from "react";
import { CopyButton } from "../../kit/ui/CopyButton";
import type { CheckReply, Finding } from "../../run/finding";
import type { WorkerPort } from "../../run/workerPort";
import { conductChecks, reportText } from "./conduct";

const SIGNS: Readonly<Record<Finding["verdict"], string>> = {
  passes: "✓",
  fails: "✗",
  "cannot be tried": "–",
};

function inSum(findings: readonly Finding[], complete: boolean): string {
  const failing = findings.filter(({ verdict }) => verdict === "fails").length;
  if (!complete) return `Checking: ${findings.length} done …`;
  if (failing === 0) return "Nothing fails here.";
  return `${failing} of ${findings.length} ${failing === 1 ? "fails" : "fail"} here.`;
}

interface Props {
  readonly open: () => WorkerPort<never, CheckReply>;
  /** The page itself. */
  readonly home: string;
}

export function Report({ open, home }: Props) {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [complete, setComplete] = useState(false);
  useEffect(() => {
    let over = false;
    const tell = (finding: Finding) => !over && setFindings((before) => [...before, finding]);
    void conductChecks(open, tell).then(() => setComplete(!over));
    return () => {
      over = true;
    };
  }, [open]);
  return (
    <main className="check">
      <h1>This browser, checked</h1>
      <p>
        What the page relies on was tried here, on this machine, just now. A line that fails says
        what may go wrong; send the report to whoever looks after the page.{" "}
        <a href={home}>To the page</a>
      </p>
      <p role="status">
        <strong>{inSum(findings, complete)}</strong>
      </p>
      <ul>
        {findings.map(({ name, verdict, detail }, i) => (
          <li key={i} className={verdict.replaceAll(" ", "-")}>
            <span className="sign" aria-hidden="true">
              {SIGNS[verdict]}
            </span>
            <span>
              <b>{name}</b> <em>{verdict}</em>
              <br />
              {detail}
            </span>
          </li>
        ))}
      </ul>
      <CopyButton text={() => reportText(findings, complete)}>Copy the report</CopyButton>
    </main>
  );
}
