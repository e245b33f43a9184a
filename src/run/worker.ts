/**
 * @file A worker by the address of its program, named as the browser's own, because by `new Worker(new URL(…))`
 * programs of workers are found when the page is built. A page in a closed frame (sandbox) has no origin: there the
 * browser's own refuses, and this one begins with a line that fetches the program as any other page would.
 */

/** Browsers hold what is posted until that line has run, not until the program has come: it is kept until then. */
const begin = (address: string): string => `
const early = [];
const keep = (event) => early.push(event.data);
addEventListener("message", keep);
import(${JSON.stringify(address)}).then(
  () => {
    removeEventListener("message", keep);
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  },
  ({ message }) => setTimeout(() => { throw new Error(message); }),
);`;

export class Worker extends globalThis.Worker {
  constructor(address: URL, options: { readonly type: "module"; readonly name: string }) {
    if (self.origin !== "null") super(address, options);
    else {
      const program = new Blob([begin(address.href)], { type: "text/javascript" });
      const own = URL.createObjectURL(program);
      super(own, { name: options.name });
      // What is posted to it is not lost meanwhile; the address is needed only while it begins.
      setTimeout(() => URL.revokeObjectURL(own), 60_000);
    }
  }
}
