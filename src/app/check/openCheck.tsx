/** @file The page of the report on this browser: no run of its own. */
import "@fontsource-variable/inter/wght.css";
import "../../kit/draw/palette.css";
import "../style/page.css";
import { createRoot } from "react-dom/client";
import address from "../../engine/check.worker.ts?worker&url";
import { reload } from "../../kit/live/model/url";
import type { CheckReply } from "../../run/finding";
import { openWorker } from "../../run/openWorker";
import { Report } from "./Report";

const openChecker = () => openWorker<never, CheckReply>(address, "check");

/** @param home The address of the page itself. */
export function openCheck(home: string): void {
  addEventListener("hashchange", reload);
  document.title = "GenEFT, this browser";
  createRoot(document.getElementById("page") as HTMLElement).render(
    <Report open={openChecker} home={home} />,
  );
}
