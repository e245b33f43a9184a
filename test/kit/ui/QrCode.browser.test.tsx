import { decodeQR } from "qr/decode.js";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { QrCode } from "../../../src/kit/ui/QrCode";

let host: HTMLElement;
let root: Root;
beforeEach(() => {
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
});

const SIDE = 740;

/** What a camera reads in the code that is shown. */
async function read(): Promise<string> {
  const svg = host.querySelector("svg") as SVGSVGElement;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("width", `${SIDE}`);
  copy.setAttribute("height", `${SIDE}`);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  return decodeQR({ width: SIDE, height: SIDE, data: context.getImageData(0, 0, SIDE, SIDE).data });
}

const drawn = () => expect.poll(() => host.querySelector("svg[aria-busy=false]")).not.toBeNull();

test("a code reads as the text that it was made of, and as the next one when that changes", async () => {
  for (const value of [
    "https://example.org/geneft/#v=1&scene=spring&at=800",
    `https://example.org/#matrix=${"Ab-_".repeat(150)}`,
    "x".repeat(2953),
  ]) {
    root.render(<QrCode value={value} label="this page" />);
    await drawn();
    await expect.poll(read).toBe(value);
  }
});

test("a text that no code holds is told of", async () => {
  root.render(<QrCode value={"x".repeat(2954)} label="this page" />);
  await expect.poll(() => host.textContent).toBe("This link is too long for a QR code.");
});
