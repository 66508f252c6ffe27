// To run a failure again, set SEED to what its name shows.
import { expect, test } from 'vitest';
import { seededRandom } from './testing/seeded-random.ts';
import { StormyRoom } from './testing/stormy-room.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const storms = Number(process.env['STORMS'] ?? 40);

test(`[R12] whatever happens to sockets, server and links, everyone ends up connected with everyone (SEED=${seed})`, async () => {
  for (let storm = 0; storm < storms; storm += 1) {
    const room = new StormyRoom(seededRandom(seed + storm));
    await room.gather(3 + (storm % 2));
    await room.storm(30);
    await room.calm();
    const ideal = { SEED: seed + storm, views: room.idealViews() };
    expect({ SEED: seed + storm, views: room.views() }).toEqual(ideal);
  }
}, 120_000);
