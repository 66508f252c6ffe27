// A large file goes up a thin line beside the sound and the pictures of its sender: they come first, and it goes on.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mergeTests } from '@playwright/test';
import {
  accepts,
  bytesOnDisk,
  megabyte,
  moves,
  offers,
  savesToDownloads,
  test as files,
} from '../file-exchange.ts';
import { smallFilm, smallPicture } from '../film.ts';
import { expect, test as onHosts } from '../hosts.ts';
import { writeLargeFile } from '../large-file.ts';
import { watchLinks } from '../link-watch.ts';
import { describe } from '../link-window.ts';
import { type Person, meet } from '../person.ts';
import { durations } from './durations.ts';
import { report } from './figure.ts';

const test = mergeTests(files, onHosts);
const name = 'large.bin';
/** Until browsers send as much as their network lets them. */
const settledMs = 15_000;
const comparedMs = 5_000;
const watchedMs = 30_000;

const mostMadeUp = 2;
const mostFrozenMs = 1_000;
/** Of the frames there were before. */
const leastFrames = 0.8;
/** Of what the line carries. */
const leastShare = 0.25;

test.use({ trace: 'off' });

for (const uplinkKbps of durations.filesBesideCallKbps)
  test(
    `[Q6] a file goes up ${uplinkKbps} kbit/s beside a call: all are heard and seen as before, and it goes on`,
    { tag: '@network' },
    async ({ arrives, newHost, folder }) => {
      test.setTimeout(180_000);
      const path = join(folder, name);
      await writeLargeFile(path, 100 * megabyte);
      const [here, there] = [
        await newHost({ film: smallFilm }),
        await newHost({ film: smallFilm }),
      ];
      const ana = await arrives('Ana', { browser: here.browser, picture: smallPicture });
      const ben = await arrives('Ben', { browser: there.browser, picture: smallPicture });
      await savesToDownloads(ben);
      here.network.squeeze('uplink', uplinkKbps);
      await meet([ana, ben]);
      for (const person of [ana, ben]) await person.presses('Chat');
      await pause(settledMs);
      const before = await watchAna([ana, ben], comparedMs);
      expect(before.width, 'width of the picture before').toBe(smallFilm.width);
      await offers(ana, path);
      const { download } = await accepts(ben);
      const during = await watchAna([ana, ben], watchedMs);
      const bytes = (await bytesOnDisk(ben, name)) ?? 0;
      console.log([before, during].map(describe).join('\n'));

      report({
        what: 'the sound that was made up',
        figure: 100 * during.concealedShare('microphone'),
        atMost: mostMadeUp,
        unit: '%',
      });
      report({
        what: 'how long the picture stood still, in all',
        figure: 1_000 * during.frozenSeconds('camera'),
        atMost: mostFrozenMs,
        unit: 'ms',
      });
      report({
        what: 'how long a megabyte of the file took',
        figure: (watchedMs * megabyte) / bytes,
        atMost: (megabyte * 8) / uplinkKbps / leastShare,
        unit: 'ms',
      });
      expect.soft(during.width, 'width of the picture').toBeGreaterThanOrEqual(before.width);
      const frames = during.framesPerSecond('camera') / before.framesPerSecond('camera');
      expect.soft(frames, 'frame rate').toBeGreaterThan(leastFrames);
      await moves(ben, name, bytes);
      void download.catch(() => undefined); // Nobody waits for the end of it.
    },
  );

async function watchAna(people: readonly Person[], forMs: number) {
  const window = (await watchLinks(people, forMs)).find(({ link }) => link.from === 'Ana');
  if (!window) throw new Error('Ana was not connected');
  return window;
}
