import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,integration,security}/**/*.test.{ts,tsx}'],
    // Real disks, processes and keyrings take their time on two busy cores; nothing here asserts how long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
