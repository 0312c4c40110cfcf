// Builds the single-page app into dist/web; `vite dev` shows it in front of a running local server.
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const local = process.env.CLAWE_SITE ?? "http://localhost:4000";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwind()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // Fonts stay files: inlined they would be loaded by everybody, wanted or not.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      "/api": local,
      "/oidc": local,
      "/config.json": local,
      "/ws": { target: local, ws: true },
    },
  },
});
