import { defineConfig } from 'vitest/config';

/** Editors that are not VS Code, run without a window, with the configurations that docs/other-editors.md gives. */
export default defineConfig({
  test: { include: ['test/editors/**/*.test.ts'], globalSetup: ['test/support/built.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
