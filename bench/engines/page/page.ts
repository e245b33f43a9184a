/**
 * @file The page of the benchmark: starts and ends workers for the script that opened the browser.
 */
import type { Answer, Question } from "../service";

export interface Desk {
  /** A fresh worker; resolves to its number. */
  start(): number;
  ask(worker: number, question: Question): Promise<Answer>;
  end(worker: number): void;
}

const workers = new Map<number, Worker>();
let started = 0;

const desk: Desk = {
  start() {
    const worker = new Worker(new URL("./bench.worker.ts", import.meta.url), { type: "module" });
    workers.set(++started, worker);
    return started;
  },
  ask: (number, question) =>
    new Promise((resolve) => {
      const worker = workers.get(number) as Worker;
      worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
      worker.onerror = ({ message }) => resolve({ failed: message });
      worker.postMessage(question);
    }),
  end(number) {
    workers.get(number)?.terminate();
    workers.delete(number);
  },
};

Object.assign(globalThis, { desk });
