/** @file What leaves the page by the browser's own ways: copied and printed. */
import type { Store } from "../../kit/live/model/store";
import { bindCopy } from "./copyTex";
import { bindPrint } from "./print";

export function bindPaper(store: Store): void {
  bindCopy();
  bindPrint(store);
}
