/**
 * @file A worker by its address, begun as often as it takes: its file may be late, gone, or refused to this page.
 */
import { NOT_LOADED, type WorkerPort, workerPort } from "./workerPort";
import { programOf } from "./workerProgram";

/** Milliseconds after which a worker that did not start is tried again; after the last it is given up. */
const PAUSES: readonly number[] = [0, 1000, 4000];

/**
 * Whether workers are begun by a line of code that imports them. A page in a sandboxed frame may begin no
 * worker by its address, nor may one whose embedder policy the worker's file does not repeat.
 */
let indirect = globalThis.origin === "null";

/**
 * Imports the program at `address`. It is no module: those are refused from a blob where a page has no origin. What is
 * posted before the program has come is kept for it.
 */
const importing = (address: string): string => `
const early = [];
const keep = ({ data }) => early.push(data);
addEventListener("message", keep);
import(${JSON.stringify(address)}).then(
  () => {
    removeEventListener("message", keep);
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  },
  ({ message }) => setTimeout(() => { throw new Error(\`${NOT_LOADED}: \${message}\`); }),
);`;

function start(address: string, name: string): Worker {
  // A program that the page carries.
  if (address.startsWith("blob:")) return new Worker(address, { name });
  if (!indirect) return new Worker(address, { type: "module", name });
  const program = new Blob([importing(address)], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(program), { name });
}

/** Why a worker did not start: a clause. Where its file can be had, the next is begun the other way. */
async function reasonFor(address: string): Promise<string> {
  try {
    const { ok, headers } = await fetch(address, { method: "HEAD", cache: "no-store" });
    // Some servers answer with the page where there is no file.
    if (!ok || headers.get("content-type")?.startsWith("text/html"))
      return "the page was published anew after it was opened here; load it again";
  } catch {
    return "the connection is down, or something in the browser keeps its file back";
  }
  indirect = !indirect;
  return "the browser does not let this page start workers; it may in a tab of its own";
}

/**
 * The module worker at `address`, relative to the page. What it is sent before its first sign is sent again to whatever
 * takes its place, and it is lost only when it has been given up.
 */
export function openWorker<Request, Reply>(
  address: string,
  name: string,
): WorkerPort<Request, Reply> {
  let port: WorkerPort<Request, Reply> | null = null;
  /** Null once there was a sign of it. */
  let sent: Request[] | null = [];
  let tries = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hear: (reply: Reply) => void = () => {};
  let lose: (reason: string, absent?: boolean) => void = () => {};
  const absolute = programOf(address);

  function begin(): void {
    const imported = indirect;
    try {
      port = workerPort(start(absolute, name));
    } catch {
      void retry();
      return;
    }
    port.onReply((reply) => {
      sent = null;
      hear(reply);
    });
    port.onLost((reason, absent) => {
      if (sent && (absent || imported)) void retry();
      else lose(reason);
    });
    for (const request of sent ?? []) port.postMessage(request);
  }

  async function retry(): Promise<void> {
    port?.close();
    port = null;
    const reason = await reasonFor(absolute);
    if (closed) return;
    if (tries < PAUSES.length) timer = setTimeout(begin, PAUSES[tries++]);
    else lose(reason, true);
  }

  begin();
  return {
    postMessage(request) {
      sent?.push(request);
      port?.postMessage(request);
    },
    onReply: (listener) => {
      hear = listener;
    },
    onLost: (listener) => {
      lose = listener;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      port?.close();
    },
  };
}
