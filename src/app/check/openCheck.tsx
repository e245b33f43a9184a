/** @file The page of the report on this browser: no run of its own. */
import "@fontsource-variable/inter/wght.css";
import "../../kit/draw/palette.css";
import "../style/page.css";
import { createRoot } from "react-dom/client";
import type { CheckReply } from "../../run/finding";
import { workerPort } from "../../run/workerPort";
import { Report } from "./Report";

const openChecker = () =>
  workerPort<never, CheckReply>(
    new Worker(new URL("../../engine/check.worker.ts", import.meta.url), {
      type: "module",
      name: "check",
    }),
  );

/** @param home The address of the page itself. */
export function openCheck(home: string): void {
  document.title = "GenEFT, this browser";
  createRoot(document.getElementById("page") as HTMLElement).render(
    <Report open={openChecker} home={home} />,
  );
}
