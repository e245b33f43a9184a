import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, expect, test } from "vitest";
import { licenceOf, licences } from "../../scripts/licences";

const ROOT = resolve(import.meta.dirname, "../..");
mkdirSync(join(ROOT, "build"), { recursive: true });
const folder = mkdtempSync(join(ROOT, "build/licences-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("packages of a page, of its sheets and of its workers are listed with their texts; others are not", async () => {
  const files = {
    "index.html": '<script type="module" src="./page.js"></script>',
    "page.js":
      'import { decompressFromBase64 } from "lz-string"; import "katex/dist/katex.min.css";\n' +
      'new Worker(new URL("./some.worker.js", import.meta.url), { type: "module" });\n' +
      "document.title = decompressFromBase64(location.hash);",
    "some.worker.js": 'import random from "seedrandom"; postMessage(random("x")());',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { page, worker } = licences();
  await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    plugins: [page],
    worker: { format: "es", plugins: () => [worker] },
  });
  const text = readFileSync(join(folder, "dist/licences.txt"), "utf8");
  for (const [name, holder] of [
    ["lz-string", "pieroxy"],
    ["katex", "Khan Academy"],
    ["seedrandom", "David Bau"],
    ["workbox-precaching", "Google"],
  ])
    expect(text).toMatch(
      new RegExp(`^${name} [\\d.]+ \\(MIT\\)\\n\\n(?:(?!^---)[^])*${holder}`, "m"),
    );
  expect(text).not.toContain("react");
  expect(text).toMatch(/^GenEFT, the page itself \(MIT\)/);
});

test("a package that does not bring its licence has the text of the one that it names", () => {
  expect(licenceOf(join(ROOT, "node_modules/@tensorflow/tfjs-core"))).toMatch(
    /^@tensorflow\/tfjs-core [\d.]+ \(Apache-2\.0\)\n\n.*Apache License\s+Version 2\.0.*END OF TERMS/s,
  );
});

test("one of which there is no text stops the build", () => {
  writeFileSync(join(folder, "package.json"), '{"name":"nameless","version":"1","license":"X"}');
  expect(() => licenceOf(folder)).toThrow("nameless brings no text");
});
