import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@': here('./src'), '~content': here('./content') } },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}', 'content/**/*.test.ts'],
    setupFiles: ['scripts/property-seed.ts'],
    // One worker for many files: none of them leaves anything behind in a module or a global, and a worker a file costs a third of
    // the time that all tests take.
    isolate: false,
    // As many as the processors that we count on: one less, Vitest’s own measure, leaves one idle when the site is checked.
    maxWorkers: 2,
    // A machine that does other things besides is slow, not wrong.
    testTimeout: 60_000,
  },
});
