import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/stats/**/*.test.ts", "test/random/**/*.test.ts"],
    testTimeout: 600_000,
    update: "none",
    isolate: false,
  },
});
