import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { preloadPlugin } from "./scripts/preloadPlugin.ts";
import { texPlugin } from "./scripts/texPlugin.ts";

export default defineConfig({
  base: "./",
  plugins: [texPlugin(), react(), preloadPlugin()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What starts the run is one file and the page another: each request costs the opening.
          groups: [
            { name: "opening", tags: ["$initial"], priority: 1 },
            { name: "page", test: /src[\/](page|content[\/]Repons)\.tsx$/ },
          ],
        },
      },
    },
  },
});
