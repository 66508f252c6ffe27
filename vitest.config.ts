import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{protocol,web,scripts}/**/*.test.ts', 'worker/src/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'worker/src/room*.test.ts'],
        },
      },
    ],
  },
});
