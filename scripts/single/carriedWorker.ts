/** @file In the place of src/run/workerProgram.ts in the page that is one file: programs of workers are within it. */
import { carried } from "./carriedFiles";

export function programOf(address: string): string {
  const program = carried().texts[address.split("/").at(-1) ?? ""];
  return URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
}
