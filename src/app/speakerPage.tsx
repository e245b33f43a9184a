/** @file The page of a speaker's window: no run of its own. */
import "@fontsource-variable/inter/wght.css";
import "../kit/draw/palette.css";
import "./style/page.css";
import { createRoot } from "react-dom/client";
import { Speaker } from "./lecture/Speaker";
import { lectureOf } from "./lecture/speakerWindow";

export function openSpeaker(): void {
  document.title = "GenEFT, speaker";
  createRoot(document.getElementById("page") as HTMLElement).render(
    <Speaker lecture={lectureOf(window.name)} />,
  );
}
