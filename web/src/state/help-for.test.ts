import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import type { Cause, Verdict } from '../engine/quality/verdict.ts';
import { type OwnUse, helpFor, isRemedy } from './help-for.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const none = { isSendingFiles: false, isReceivingFiles: false };
const all: OwnUse = { isCameraOn: true, isSharing: true, ...none, dataUse: 'full' };
const least: OwnUse = { isCameraOn: false, isSharing: false, ...none, dataUse: 'audio-only' };

function verdict(cause: Cause, whose: Verdict['whose'] = 'own'): Verdict {
  return { cause, whose, affected: [ana], severity: 'bad' };
}

test('against a thin uplink helps to send less, the face first', () => {
  expect(helpFor(verdict('uplink'), all)).toBe('camera-off');
  expect(helpFor(verdict('uplink'), { ...all, isCameraOn: false })).toBe('stop-sharing');
  expect(helpFor(verdict('uplink'), least)).toBe('better-network');
});

test('against a thin downlink helps to ask for less', () => {
  expect(helpFor(verdict('downlink'), all)).toBe('save');
  expect(helpFor(verdict('downlink'), { ...all, dataUse: 'saver' })).toBe('sound-only');
  expect(helpFor(verdict('downlink'), least)).toBe('better-network');
});

test('a file can wait, and nobody’s face must', () => {
  const sending = { ...all, isSendingFiles: true };
  const receiving = { ...all, isReceivingFiles: true };
  expect(helpFor(verdict('uplink'), sending)).toBe('pause-sending');
  expect(helpFor(verdict('downlink'), sending)).toBe('save');
  expect(helpFor(verdict('downlink'), receiving)).toBe('pause-receiving');
  expect(helpFor(verdict('uplink'), receiving)).toBe('camera-off');
  expect([isRemedy('pause-sending'), isRemedy('pause-receiving')]).toEqual([true, true]);
});

test('a busy processor is helped by less of either, and then by less beside the call', () => {
  expect(helpFor(verdict('processor'), all)).toBe('camera-off');
  expect(helpFor(verdict('processor'), { ...least, dataUse: 'full' })).toBe('save');
  expect(helpFor(verdict('processor'), least)).toBe('fewer-programs');
});

test('what this person has in hand has a button, and nothing that is others’ has', () => {
  const causes = ['processor', 'uplink', 'downlink', 'tcp-relay', 'path', 'distance'] as const;
  expect(causes.filter((cause) => isRemedy(helpFor(verdict(cause), all)))).toEqual([
    'processor',
    'uplink',
    'downlink',
  ]);
  expect(causes.filter((cause) => isRemedy(helpFor(verdict(cause, ana), all)))).toEqual([]);
});
