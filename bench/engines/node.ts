/**
 * @file Processes of Node as a place of the benchmark.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { type Hand, type Place, unwrap } from "./place";
import type { Lent } from "./python";
import type { Answer } from "./service";

async function converse(child: ChildProcess, message: object | string): Promise<unknown> {
  child.send(message);
  const [answer] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => {
      throw new Error(`a process of the benchmark ended with status ${code}`);
    }),
  ]);
  return unwrap(answer as Answer);
}

/** `script` is the built process.ts, which is given what is lent. */
export function openNode(script: string, lent: Lent): Place {
  const children = new Map<Hand, ChildProcess>();
  return {
    name: "node",
    version: `Node ${process.versions.node}`,
    async start() {
      // tfjs greets on stdout, which here is for JSON.
      const stdio = ["ignore", "ignore", "inherit", "ipc"] as const;
      const child = fork(script, [JSON.stringify(lent)], { stdio: [...stdio], execArgv: [] });
      const hand: Hand = {
        ask: ((name, ...[argument]) => converse(child, { name, argument })) as Hand["ask"],
        async end() {
          children.delete(hand);
          child.kill();
          if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
        },
      };
      children.set(hand, child);
      return hand;
    },
    async processorSeconds(hands) {
      const times = hands.map(async (hand) => {
        const own = await converse(children.get(hand) as ChildProcess, "processor");
        return Number(own) + (await hand.ask("apart"));
      });
      return (await Promise.all(times)).reduce((sum, seconds) => sum + seconds, 0);
    },
    async close() {
      await Promise.all([...children.keys()].map((hand) => hand.end()));
    },
  };
}
