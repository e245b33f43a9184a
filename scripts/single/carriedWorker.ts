/** @file In the place of src/run/worker.ts in the page that is one file: programs of workers are within it. */
import { carried } from "./carriedFiles";

export class Worker extends globalThis.Worker {
  constructor(address: URL, { name }: { readonly type: "module"; readonly name: string }) {
    const program = carried().texts[address.pathname.split("/").at(-1) ?? ""];
    super(URL.createObjectURL(new Blob([program], { type: "text/javascript" })), { name });
  }
}
