import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import type { LinkRecord } from '../engine/quality/call-record.ts';
import { type Plights, plightsAfter } from './plights.ts';
import { fakeLink, goodLink } from './testing/fake-link-record.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const bad = hearing({ frozen: 0.9 });
const silent = hearing({ kbps: 0 });

function hearing(received: Partial<typeof goodLink.received>): LinkRecord {
  return fakeLink(ana, { ...goodLink, received: { ...goodLink.received, ...received } });
}

/** What is held after these looks at Ana. */
function heldAfter(looks: readonly LinkRecord[][], { isMuted = false } = {}) {
  let plights: Plights = new Map();
  for (const links of looks) plights = plightsAfter(plights, links, [{ id: ana, isMuted }]);
  const { isBad, isSilent } = plights.get(ana) ?? {};
  return { isBad: isBad?.isHeld, isSilent: isSilent?.isHeld };
}

test('that it is hard to follow somebody is not believed of two looks', () => {
  expect(heldAfter([[bad], [bad]]).isBad).toBe(false);
  expect(heldAfter([[bad], [bad], [bad]]).isBad).toBe(true);
});

test('that nothing comes from somebody is believed of two looks', () => {
  expect(heldAfter([[silent]]).isSilent).toBe(false);
  expect(heldAfter([[silent], [silent]]).isSilent).toBe(true);
});

test('of whoever stalls it is known that nothing comes from them no later than that they are hard to follow', () => {
  const stalled = hearing({ kbps: 0, frozen: 1, concealed: 1 });
  expect(heldAfter([[bad], [stalled]])).toEqual({ isBad: false, isSilent: false });
  expect(heldAfter([[bad], [stalled], [stalled]])).toEqual({ isBad: true, isSilent: true });
});

test('of whoever is muted nothing has to come', () => {
  expect(heldAfter([[silent], [silent]], { isMuted: true }).isSilent).toBe(false);
});

test('whoever was cut off begins anew', () => {
  expect(heldAfter([[bad], [bad], [], [bad]]).isBad).toBe(false);
});
