// One of four people has too little uplink, each at a host of their own: everyone is still heard, the pictures of that one
// shrink and go on, and the others see each other as before.
import { setTimeout as pause } from 'node:timers/promises';
import { durations } from './durations.ts';
import { report } from './figure.ts';
import { smallFilm, smallPicture } from '../film.ts';
import { expect, test } from '../hosts.ts';
import { watchLinks } from '../link-watch.ts';
import { type LinkWindow, describe } from '../link-window.ts';
import { meet } from '../person.ts';
import { drawNoPictures } from '../undrawn.ts';

/** Until browsers send as much as their network lets them. */
const settledMs = 20_000;
const comparedMs = 10_000;
const watchedMs = 20_000;
/** In it everyone is shown about as large as that. */
const viewport = { width: 1280, height: 800 };

const mostMadeUp = 2;
/** Of all that time. What waits in the queue when it becomes too long is late, and a browser takes a second to see it. */
const mostFrozenMs = 2_000;
/** Of the frames there were before: a machine with two cores for all this is late now and then. */
const leastFrames = 0.8;
const leastFramesOfSqueezed = 0.5;

test.use({ trace: 'off' });

for (const squeezedKbps of durations.squeezedToKbps)
  test(
    `one of four uplinks is squeezed to ${squeezedKbps} kbit/s: only that one’s pictures shrink, and all are heard`,
    { tag: '@network' },
    async ({ arrives, newHost }) => {
      test.setTimeout(240_000);
      const comes = async (name: string) => {
        const host = await newHost({ film: smallFilm });
        const person = await arrives(name, {
          browser: host.browser,
          picture: smallPicture,
          viewport,
        });
        await person.page.addInitScript(drawNoPictures);
        await person.page.addInitScript(haveManyProcessors);
        return { host, person };
      };
      const ana = await comes('Ana');
      const others = [await comes('Ben'), await comes('Cem'), await comes('Dee')];
      const people = [ana, ...others].map(({ person }) => person);
      await meet(people);
      await pause(settledMs);

      const before = await watchLinks(people, comparedMs);
      print('before', before);
      const uploadKbps = before.filter(isOfAna).reduce((sum, each) => sum + kbps(each), 0);
      expect(uploadKbps, 'what Ana sends').toBeGreaterThan(squeezedKbps);
      ana.host.network.squeeze('uplink', squeezedKbps);
      const during = await watchLinks(people, watchedMs);
      print(`with an uplink of ${squeezedKbps} kbit/s for Ana`, during);

      report({
        what: 'the most of anybody’s sound that was made up',
        figure: 100 * Math.max(...during.map((each) => each.concealedShare('microphone'))),
        atMost: mostMadeUp,
        unit: '%',
      });
      report({
        what: 'how long Ana’s picture stood still for anyone, in all',
        figure:
          1_000 * Math.max(...during.filter(isOfAna).map((each) => each.frozenSeconds('camera'))),
        atMost: mostFrozenMs,
        unit: 'ms',
      });
      for (const each of during) {
        const earlier = before.find(({ name }) => name === each.name);
        if (!earlier) throw new Error(`${each.name} was not connected before`);
        const frames = each.framesPerSecond('camera') / earlier.framesPerSecond('camera');
        if (isOfAna(each)) {
          expect.soft(each.width, each.name).toBeLessThan(earlier.width);
          expect.soft(frames, `frame rate, ${each.name}`).toBeGreaterThan(leastFramesOfSqueezed);
        } else if (each.link.to !== 'Ana') {
          expect.soft(each.width, each.name).toBeGreaterThanOrEqual(earlier.width);
          expect.soft(frames, `frame rate, ${each.name}`).toBeGreaterThan(leastFrames);
        }
      }
    },
  );

/** Each of them has some to itself, it thinks: what becomes of pictures on a small machine is another matter. Runs in the page. */
function haveManyProcessors(): void {
  Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 16 });
}

function isOfAna({ link }: LinkWindow): boolean {
  return link.from === 'Ana';
}

function kbps(window: LinkWindow): number {
  return window.sentKbps('microphone') + window.sentKbps('camera');
}

function print(when: string, windows: readonly LinkWindow[]): void {
  console.log([when, ...windows.map(describe)].join('\n  '));
}
