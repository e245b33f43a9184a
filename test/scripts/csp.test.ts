import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { SINGLE_POLICY, secured } from "../../scripts/csp";

const sha = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policyOf = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];

test("styles that a page is built with are named by their hashes, programs of a site are its files", () => {
  const html = secured(
    '<head><meta charset="utf-8" /><style>a{}</style><script type="module" src="./x.js"></script>',
  );
  const policy = policyOf(html);
  expect(policy).toContain(`style-src 'self' ${sha("a{}")};`);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
});

test("the policy stands before whatever it is about", () => {
  const html = secured('<head><meta charset="utf-8"><link href="x"><style>b{}</style>');
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<link"));
});

test("the single page runs the one program that it was built with; its data is none", () => {
  const html = secured(
    '<meta charset="utf-8"><script type="module">go()</script><script type="application/json" id="files">{}</script>',
    SINGLE_POLICY,
  );
  expect(policyOf(html)).toContain(`script-src 'wasm-unsafe-eval' ${sha("go()")};`);
  expect(policyOf(html)).not.toContain("'self'");
});
