/** @file Slides of reveal.js with pictures of the page; those of other slides rest. */
import Reveal from "../../node_modules/reveal.js/dist/reveal.mjs";

const { content } = document.querySelector("meta[name=site]");
const site = new URL(content, location.href);
const frames = [...document.querySelectorAll("iframe[data-link]")];
const deck = new Reveal({ transition: "fade" });

/** Lets the picture work where its slide is shown. */
function tell(frame) {
  const command = frame.closest("section") === deck.getCurrentSlide() ? "resume" : "suspend";
  frame.contentWindow.postMessage({ command }, site.origin);
}

await deck.initialize();
deck.on("slidechanged", () => frames.forEach(tell));
addEventListener("message", ({ source, data }) => {
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (frame && data?.ready) tell(frame);
});
for (const frame of frames) frame.src = `${site}#${frame.dataset.link}`;
