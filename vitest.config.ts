import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Processes, not threads: tests change the working folder and start servers and the CLI.
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
