/**
 * @file `npm run test:browsers`: the built site in Chromium, Firefox and WebKit, in those of them that can be had.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { anyBrowser, installBrowsers, onDisplay } from "./browsers";

const run = (command: string, ...args: readonly string[]): number =>
  spawnSync(command, args, { stdio: "inherit" }).status ?? 1;

function main(): number {
  const missing = installBrowsers();
  const tell = () => {
    for (const sentence of missing) console.error(sentence);
  };
  tell();
  if (!anyBrowser()) {
    console.error("There is no browser to try the page in.");
    return 1;
  }
  if (!existsSync("dist/index.html")) {
    const built = run("npm", "run", "--silent", "build");
    if (built !== 0) return built;
  }
  const [command, ...args] = [
    ...onDisplay(),
    ..."npx vitest run --config vitest.browsers.config.ts".split(" "),
    ...process.argv.slice(2),
  ];
  const status = run(command, ...args);
  tell();
  return status;
}

process.exitCode = main();
