import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/ui/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 240_000 } });
