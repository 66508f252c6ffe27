import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import { calmOf } from './calm.ts';
import { fakeLink, goodLink } from './testing/fake-link-record.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const ben = peerIdFrom(new Uint8Array(16).fill(2));
const there = (id = ana) => ({ id, link: 'connected', isMuted: false }) as const;
const hearing = (received: Partial<typeof goodLink.received>) =>
  fakeLink(ana, { ...goodLink, received: { ...goodLink.received, ...received } });

test('all is fine when everyone is connected, and comes well', () => {
  expect(calmOf([there(), there(ben)], [fakeLink(ana), fakeLink(ben)])).toBe('fine');
});

test('of nobody there is nothing to say, and of whoever was not measured nothing yet', () => {
  expect(calmOf([], [])).toBe('alone');
  expect(calmOf([there(), there(ben)], [fakeLink(ana)])).toBe('measuring');
});

test('it is not fine while somebody is cut off, measured or not', () => {
  for (const link of ['connecting', 'interrupted', 'failed'] as const)
    expect(calmOf([there(), { ...there(ben), link }], [fakeLink(ana)])).toBe('cutOff');
});

test('it is not fine while somebody can hardly be followed, whatever the reason', () => {
  expect(calmOf([there()], [hearing({ frozen: 0.9 })])).toBe('unclear');
  expect(calmOf([there()], [hearing({ concealed: 0.13 })])).toBe('unclear');
});

test('it is not fine while nothing comes from somebody who is not muted', () => {
  expect(calmOf([there()], [hearing({ kbps: 0 })])).toBe('unclear');
  expect(calmOf([{ ...there(), isMuted: true }], [hearing({ kbps: 0 })])).toBe('fine');
});
