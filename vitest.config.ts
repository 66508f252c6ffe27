import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/vitest.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{protocol,web}/**/*.test.ts', 'worker/src/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'worker/src/**/*.workerd.test.ts'],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              // Vitest's own runner asks for this module, and grumbles without it.
              compatibilityFlags: ['enable_nodejs_inspector_module'],
              bindings: {
                // All of them, or a developer's own .dev.vars would speak here.
                ROOM_SECRET: 'a secret of tests, and of nothing else',
                ROOM_CAPACITY: '3',
                SEAT_GRACE_SECONDS: '30',
                ALLOWED_ORIGINS: '',
                TURN_URLS: 'stun:relay.test:3478 turn:relay.test:3478?transport=udp',
                TURN_SECRET: 'shared with the relay',
                TURN_TTL_SECONDS: '3600',
              },
            },
          }),
        ],
        test: { name: 'room', include: ['worker/src/**/*.workerd.test.ts'] },
      },
      {
        test: {
          name: 'scripts',
          include: ['scripts/**/*.test.ts'],
          // After the others: these build web/dist anew, which the room's server reads.
          sequence: { groupOrder: 1 },
          // They mostly wait for the programs they start, which take their time.
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
