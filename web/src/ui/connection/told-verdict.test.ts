import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import type { Cause, Verdict } from '../../engine/quality/verdict.ts';
import { connection as english } from '../text/en/connection.ts';
import { connection as chinese } from '../text/zh/connection.ts';
import { toldVerdict } from './told-verdict.ts';

const ben = peerIdFrom(new Uint8Array(16).fill(2));
const causes: Cause[] = ['processor', 'uplink', 'downlink', 'tcp-relay', 'path', 'distance'];

function setup(text = english) {
  const own = {
    isCameraOn: false,
    isSharing: false,
    isSendingFiles: false,
    isReceivingFiles: false,
    dataUse: 'full',
  } as const;
  const tell = (cause: Cause, whose: Verdict['whose']) =>
    toldVerdict(
      { cause, whose, affected: [ben], severity: 'bad' },
      { own, text, nameOf: () => 'Ben' },
    );
  return { tell };
}

test.each([english, chinese])('a verdict on somebody names them, and on oneself nobody', (text) => {
  const { tell } = setup(text);
  for (const cause of causes) {
    expect(tell(cause, ben).sentence).toContain('Ben');
    expect(tell(cause, 'own').sentence).not.toContain('Ben');
  }
});

test('nobody is told to turn off a camera that is off', () => {
  expect(setup().tell('uplink', 'own').advice).toMatch(/^Another network helps/);
});
