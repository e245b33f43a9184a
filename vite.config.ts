import { readdirSync, readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { chapterPages } from "./scripts/chapterPages.ts";
import { csp } from "./scripts/csp.ts";
import { licences } from "./scripts/licences.ts";
import { preloadPlugin } from "./scripts/preloadPlugin.ts";
import { TARGETS } from "./scripts/targets.ts";
import { teachingPage } from "./scripts/teachingPage.ts";
import { texPlugin } from "./scripts/texPlugin.ts";

/** Folder of the chapter that an empty link opens. */
const landing = readdirSync("src/chapters").find((name) =>
  /\bnumber: 1,/.test(readFileSync(`src/chapters/${name}/index.ts`, "utf8")),
);

const licence = licences();

export default defineConfig({
  base: "./",
  plugins: [
    texPlugin(),
    react(),
    preloadPlugin(),
    chapterPages(),
    teachingPage(),
    licence.page,
    csp(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/app/offline",
      filename: "sw.ts",
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ["**/*"],
        // What others show of the page is not the page's.
        globIgnores: ["og/**"],
        // These are named by what is in them.
        dontCacheBustURLsMatching: /^assets\//,
      },
    }),
  ],
  worker: {
    format: "es",
    plugins: () => [licence.worker],
    rolldownOptions: {
      // Workers are built one by one. What imports nothing of theirs is the same file for all, by its name too.
      output: {
        codeSplitting: { groups: [{ name: "tfjs", test: /node_modules[\\/]@tensorflow/ }] },
      },
    },
  },
  build: {
    ...TARGETS,
    // Browsers that do not know the hint read the files a moment later.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What starts the run is one file, page, landing chapter and what keeps runs another: requests cost the opening.
          groups: [
            { name: "opening", tags: ["$initial"], priority: 1 },
            // What remembers runs comes after the first of them, as one file.
            {
              name: "keep",
              test: /src[\\/]kit[\\/]live[\\/]keep[\\/](?!mark|resume|remember|leaving)|src[\\/]run[\\/](storedRun|tried)|idb-keyval/,
            },
            {
              name: "page",
              test: new RegExp(
                `src[\\\\/](app[\\\\/]page|chapters[\\\\/]${landing}[\\\\/]\\w+)\\.tsx?$`,
              ),
            },
          ],
        },
      },
    },
  },
});
