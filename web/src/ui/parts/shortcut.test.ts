import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { MediaModel } from '../../state/media-model.ts';
import { type Shortcut, heardShortcuts, withKey } from './shortcut.ts';

const press = () => undefined;
const shortcuts: Shortcut[] = [
  { name: 'microphone', key: 'm', press },
  { name: 'talk', key: ' ', press },
  { name: 'help', key: '?', press },
  { name: 'close', key: 'escape', press },
];
const using = (usesShortcuts: boolean) =>
  ({ settings: { usesShortcuts: signal(usesShortcuts) } }) as unknown as MediaModel;

test('all keys are heard and named while they are wanted', () => {
  expect(heardShortcuts(shortcuts, using(true))).toEqual(shortcuts);
  expect(withKey('Mute', 'M', using(true))).toBe('Mute (M)');
});

test('turned off, no key that writes something is heard or named, and Escape still is', () => {
  expect(heardShortcuts(shortcuts, using(false)).map(({ name }) => name)).toEqual(['close']);
  expect(withKey('Mute', 'M', using(false))).toBe('Mute');
});
