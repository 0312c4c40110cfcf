// Test projects by what they need. The platform is chosen by condition, as in the product.
import { defineConfig } from "vitest/config";

const on = (condition: "local" | "aws") => ({
  resolve: { conditions: [condition] },
  ssr: { resolve: { conditions: [condition] } },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ["default", "./test/support/closing-line.ts"],
    env: { POWERTOOLS_LOG_LEVEL: "SILENT" },
    projects: [
      // Set-up may synthesize the whole deployment, or open engines: a busy machine needs longer than ten seconds for it.
      {
        ...on("local"),
        test: { name: "unit", include: ["test/unit/**/*.test.ts"], hookTimeout: 300_000 },
      },
      {
        ...on("local"),
        test: {
          name: "contract",
          include: ["test/contract/**/*.test.ts"],
          exclude: ["test/contract/aws/**"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...on("aws"),
        test: {
          name: "aws",
          include: ["test/contract/aws/**/*.test.ts"],
          globalSetup: "test/contract/aws/deployed-settings.ts",
        },
      },
      {
        ...on("local"),
        test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        ...on("local"),
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      // What a bad week brings, and how it ends: minutes, so it has a command of its own (npm run test:chaos).
      {
        ...on("local"),
        test: {
          name: "chaos",
          include: ["test/chaos/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
