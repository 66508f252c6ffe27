import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { startCloudflareTurnApi } from './scripts/cloudflare-turn-api.ts';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/vitest.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{protocol,web}/**/*.test.ts', 'worker/src/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'worker/src/**/*.workerd.test.ts'],
          // Some send and digest megabytes, which a busy machine takes its time for; what hangs is found as well.
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: './worker/test/worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              durableObjects: {
                CLOUDFLARE_ROOMS: { className: 'CloudflareRoom', useSQLite: true },
              },
              // Vitest's own runner asks for this module, and grumbles without it.
              compatibilityFlags: ['enable_nodejs_inspector_module'],
              bindings: {
                // All of them, or a developer's own .dev.vars would speak here.
                ROOM_SECRET: 'a secret of tests, and of nothing else',
                CREATE_TOKEN: '',
                ROOM_CAPACITY: '3',
                SEAT_GRACE_SECONDS: '30',
                ALLOWED_ORIGINS: '',
                TURN_URLS: 'stun:relay.test turn:fra.test turn:sin.test turn:nyc.test',
                TURN_CONTINENTS: 'fra.test=EU,AF sin.test=AS,OC nyc.test=NA,SA',
                TURN_SECRET: 'shared with the relay',
                TURN_USER: '',
                TURN_PASSWORD: '',
                TURN_TTL_SECONDS: '3600',
                CLOUDFLARE_TURN_KEY_ID: '',
                CLOUDFLARE_TURN_API_TOKEN: '',
                // To play chance again; the Worker knows nothing of it.
                SEED: process.env['SEED'] ?? '',
                CLOUDFLARE_TURN_API: await startCloudflareTurnApi(),
              },
            },
          })),
        ],
        test: { name: 'room', include: ['worker/src/**/*.workerd.test.ts'] },
      },
      {
        test: {
          name: 'turn',
          include: ['turn/**/*.test.ts'],
          exclude: ['turn/**/*.machine.test.ts'],
          // Their relays share the ports of one network.
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'setup',
          include: ['turn/**/*.machine.test.ts'],
          testTimeout: 30_000,
        },
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
