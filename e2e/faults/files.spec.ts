// A file on its way while the server is gone, and while nothing gets through between two people.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  accepts,
  bytesOnDisk,
  megabyte,
  moves,
  offers,
  savesToDownloads,
  test,
} from '../file-exchange.ts';
import { sha256Of, writeLargeFile } from '../large-file.ts';
import { dropUdp, pass, withoutOwnNetwork } from '../own-network.ts';
import { meet } from '../person.ts';
import { expect } from '../served.ts';
import { aroundFaultMs, durations } from './durations.ts';
import { report } from './figure.ts';

const bytes = 200 * megabyte;
const movesAgainMs = 10_000;

test.afterEach(pass);

for (const cutMs of durations.linkCutsMs) {
  test(
    `[F3] a file goes on without the server, and by itself after nothing got through for ${cutMs / 1_000} s`,
    { tag: '@network' },
    async ({ arrives, server, folder }) => {
      test.skip(...withoutOwnNetwork);
      test.setTimeout(cutMs + 2 * aroundFaultMs);
      const path = join(folder, 'large.bin');
      await writeLargeFile(path, bytes);
      const ana = await arrives('Ana');
      const ben = await arrives('Ben');
      await savesToDownloads(ben);
      await meet([ana, ben]);
      for (const person of [ana, ben]) await person.presses('Chat');
      await offers(ana, path);
      const { download } = await accepts(ben);
      await moves(ben, 'large.bin', 0);

      const diedMs = Date.now();
      await server.dies();
      await moves(ben, 'large.bin', (await bytesOnDisk(ben, 'large.bin')) ?? 0);
      // Or it is here before the next fault.
      await ben.presses('Pause: large.bin');
      await server.comesBack();
      for (const person of [ana, ben]) await person.isBackInSeat(diedMs);
      await ben.presses('Go on: large.bin');
      await moves(ben, 'large.bin', (await bytesOnDisk(ben, 'large.bin')) ?? 0);

      dropUdp();
      await pause(cutMs);
      const whenCut = (await bytesOnDisk(ben, 'large.bin')) ?? Number.NaN;
      expect(whenCut).toBeLessThan(bytes);
      await ben.sees('Waiting for the connection…');
      pass();
      const healedMs = Date.now();
      await moves(ben, 'large.bin', whenCut);
      report({
        what: 'from healing until the file moves on',
        figure: Date.now() - healedMs,
        atMost: movesAgainMs,
        unit: 'ms',
      });
      expect(await sha256Of(await (await download).path())).toBe(await sha256Of(path));
    },
  );
}
