import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Tests start hundreds of processes, all of the same sources: a start then takes a third of the time.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "busbar-test-compile-cache") },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
