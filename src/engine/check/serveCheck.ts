/** @file A worker that checks: one finding after the other, then an end. */
import { type Check, type CheckReply, findingOf } from "../../run/finding";

export async function serveCheck(
  checks: readonly Check[],
  post: (reply: CheckReply) => void,
): Promise<void> {
  for (const check of checks) post({ finding: await findingOf(check) });
  post({ done: true });
}
