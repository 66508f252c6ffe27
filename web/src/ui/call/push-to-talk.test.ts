import { computed, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { pushToTalk, type Talking } from './push-to-talk.ts';

function setup({ isMuted }: { isMuted: boolean }) {
  const muted = signal(isMuted);
  const media: Talking = {
    isUnmuted: computed(() => !muted.value),
    toggleMicrophone: () => {
      muted.value = !muted.peek();
      return Promise.resolve();
    },
  };
  return { muted, talk: pushToTalk(media) };
}

test('whoever is muted is heard while they hold it', () => {
  const { muted, talk } = setup({ isMuted: true });
  expect(talk.press()).toBe(true);
  expect(muted.value).toBe(false);
  talk.release();
  expect(muted.value).toBe(true);
});

test('whoever is heard already leaves the key to others', () => {
  const { muted, talk } = setup({ isMuted: false });
  expect(talk.press()).toBe(false);
  expect(muted.value).toBe(false);
});

test('whoever is muted meanwhile stays so', () => {
  const { muted, talk } = setup({ isMuted: true });
  talk.press();
  muted.value = true;
  talk.release();
  expect(muted.value).toBe(true);
});
