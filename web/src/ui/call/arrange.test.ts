import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import { type Scene, arrange, faceOf, screenOf } from './arrange.ts';

const [ana, ben, cleo, dan] = [1, 2, 3, 4].map((seed) =>
  peerIdFrom(new Uint8Array(16).fill(seed)),
) as [Scene['people'][0], Scene['people'][0], Scene['people'][0], Scene['people'][0]];

const names = new Map<string, string>([
  ...[ana, ben, cleo, dan].flatMap((id, index) => {
    const name = ['Ana', 'Ben', 'Cleo', 'Dan'][index] ?? '';
    return [[faceOf(id), name] as const, [screenOf(id), `${name}'s screen`] as const];
  }),
  ['self', 'self'],
]);

/** As in a sentence: who is on the stage | who in the strip (who floats). */
function seen(change: Partial<Scene>): string {
  const empty = {
    screens: [],
    pins: [],
    mode: 'grid',
    speaker: undefined,
    hidesSelf: false,
  } as const;
  const { stage, strip, floatsSelf } = arrange({ people: [], ...empty, ...change });
  const list = (ids: readonly string[]) => ids.map((id) => names.get(id)).join(', ');
  return `${list(stage)} | ${list(strip)}${floatsSelf ? ' (self)' : ''}`;
}

test('whoever is alone sees themselves, unless they would rather not', () => {
  expect(seen({})).toBe('self | ');
  expect(seen({ hidesSelf: true })).toBe(' | ');
});

test('one’s own picture lies over one or two people, and stands beside more', () => {
  expect(seen({ people: [ana] })).toBe('Ana |  (self)');
  expect(seen({ people: [ana, ben] })).toBe('Ana, Ben |  (self)');
  expect(seen({ people: [ana, ben, cleo] })).toBe('Ana, Ben, Cleo, self | ');
});

test('whoever hides themselves is nowhere', () => {
  expect(seen({ people: [ana], hidesSelf: true })).toBe('Ana | ');
  expect(seen({ people: [ana, ben, cleo], hidesSelf: true })).toBe('Ana, Ben, Cleo | ');
  expect(seen({ people: [ana, ben], pins: [faceOf(ana)], hidesSelf: true })).toBe('Ana | Ben');
});

test('whoever speaks is large if that is wanted, and somebody is while nobody does', () => {
  const people = [ana, ben, cleo];
  expect(seen({ people, mode: 'speaker', speaker: cleo })).toBe('Cleo | Ana, Ben, self');
  expect(seen({ people, mode: 'speaker' })).toBe('Ana | Ben, Cleo, self');
  expect(seen({ people: [ana], mode: 'speaker' })).toBe('Ana |  (self)');
});

test('a shared screen is large, and two share the stage', () => {
  const people = [ana, ben, cleo];
  expect(seen({ people: [ana], screens: [ana] })).toBe("Ana's screen | Ana, self");
  expect(seen({ people, screens: [ana, ben] })).toBe(
    "Ana's screen, Ben's screen | Ana, Ben, Cleo, self",
  );
});

test('of three screens the last two are large', () => {
  expect(seen({ people: [ana, ben, cleo], screens: [ana, ben, cleo] })).toBe(
    "Ben's screen, Cleo's screen | Ana's screen, Ana, Ben, Cleo, self",
  );
});

test('what is pinned wins over a screen and over whoever speaks', () => {
  const people = [ana, ben, cleo];
  expect(seen({ people, screens: [ana], pins: [faceOf(ben)] })).toBe(
    "Ben | Ana's screen, Ana, Cleo, self",
  );
  expect(seen({ people, mode: 'speaker', speaker: ana, pins: [faceOf(cleo), faceOf(ben)] })).toBe(
    'Ben, Cleo | Ana, self',
  );
});

test('a pin for somebody who is gone, or a screen no longer shared, holds nothing', () => {
  const people = [ana, ben, cleo];
  expect(seen({ people, pins: [faceOf(dan), screenOf(ana)] })).toBe('Ana, Ben, Cleo, self | ');
});

test('the only one there is can’t be larger than all others', () => {
  expect(seen({ people: [ana], pins: [faceOf(ana)] })).toBe('Ana |  (self)');
});
