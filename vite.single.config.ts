import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { csp, SINGLE_POLICY } from "./scripts/csp.ts";
import { licences } from "./scripts/licences.ts";
import { singlePlugins } from "./scripts/single/plugin.ts";
import { TARGETS } from "./scripts/targets.ts";
import { texPlugin } from "./scripts/texPlugin.ts";

const { page, worker } = licences();

/** The page as one file, which needs no server: `npm run build:single`. */
export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [texPlugin(), react(), viteSingleFile(), page, singlePlugins(), csp(SINGLE_POLICY)],
  worker: {
    format: "iife",
    plugins: () => [worker],
    rolldownOptions: { output: { codeSplitting: false } },
  },
  build: {
    outDir: "dist-single",
    ...TARGETS,
    chunkSizeWarningLimit: 4000,
  },
});
