import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import type { Shown } from '../engine/quality.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import type { DataUse } from './data-use.ts';
import { unseen } from './testing/unseen.ts';
import { SightModel } from './sight-model.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const ben = peerIdFrom(new Uint8Array(16).fill(2));
const wide = (width: number) => ({ width, height: (width * 9) / 16 });

function setup() {
  const clock = new FakeClock();
  const participants = signal([{ id: ana }]);
  const dataUse = signal<DataUse>('full');
  const told = new Map<string, Shown[]>([
    [ana, []],
    [ben, []],
  ]);
  const saved: boolean[] = [];
  const quality = {
    show: (id: string, shown: Shown) => void told.get(id)?.push(shown),
    saveData: (isSaving: boolean) => void saved.push(isSaving),
  };
  const sight = new SightModel({ clock, participants, dataUse, quality });
  return { clock, participants, dataUse, told, saved, sight };
}

test('each of the others is told how large their face and their screen are', () => {
  const { clock, told, sight } = setup();
  sight.look(`face ${ana}`)(wide(320));
  sight.look(`screen ${ana}`)(wide(1280));
  clock.advance(1_000);
  expect(told.get(ana)?.at(-1)).toEqual({ camera: wide(320), screen: wide(1280) });
  expect(told.get(ben)).toEqual([]);
});

test('whoever is there and nowhere on the screen is told that nothing of them is seen', () => {
  const { clock, participants, told } = setup();
  participants.value = [{ id: ana }, { id: ben }];
  clock.advance(1_000);
  expect([told.get(ana), told.get(ben)]).toEqual([[unseen], [unseen]]);
});

test('a picture that stands in two places counts with the larger', () => {
  const { clock, told, sight } = setup();
  const [tile, mini] = [sight.look(`face ${ana}`), sight.look(`face ${ana}`)];
  mini(wide(320));
  tile(wide(640));
  clock.advance(1_000);
  expect(told.get(ana)?.at(-1)).toEqual({ camera: wide(640), screen: null });
  tile(null);
  clock.advance(1_000);
  expect(told.get(ana)?.at(-1)).toEqual({ camera: wide(320), screen: null });
  mini(null);
  clock.advance(1_000);
  expect(told.get(ana)?.at(-1)).toEqual(unseen);
});

test('whoever saves is sent less, and asks for less', () => {
  const { clock, dataUse, told, saved, sight } = setup();
  sight.look(`face ${ana}`)(wide(640));
  dataUse.value = 'saver';
  clock.advance(1_000);
  expect(told.get(ana)).toEqual([
    { camera: wide(640), screen: null },
    { camera: wide(320), screen: null },
  ]);
  expect(saved).toEqual([false, true]);
});

test('whoever only listens is sent no pictures, until they want some again', () => {
  const { clock, dataUse, told, saved, sight } = setup();
  sight.look(`face ${ana}`)(wide(640));
  dataUse.value = 'audio-only';
  clock.advance(1_000);
  expect(told.get(ana)?.at(-1)).toEqual(unseen);
  expect(saved.at(-1)).toBe(true);
  dataUse.value = 'full';
  expect(told.get(ana)?.at(-1)).toEqual({ camera: wide(640), screen: null });
});

test('nothing is told to whoever has left, and a model that is gone leaves no timer', () => {
  const { clock, participants, told, sight } = setup();
  const tile = sight.look(`face ${ana}`);
  tile(wide(640));
  participants.value = [];
  tile(null);
  clock.advance(5_000);
  expect(told.get(ana)).toHaveLength(1);
  participants.value = [{ id: ben }];
  const other = sight.look(`face ${ben}`);
  sight[Symbol.dispose]();
  other(null);
  expect(clock.pendingTimers).toBe(0);
});
