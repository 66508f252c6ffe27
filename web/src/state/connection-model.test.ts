import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import type { CallState } from '../engine/call-state.ts';
import type { CallFindings } from '../engine/quality/call-record.ts';
import type { Verdict } from '../engine/quality/verdict.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { ConnectionModel } from './connection-model.ts';
import { fakeLink, fakeRecord } from './testing/fake-link-record.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const thin: Verdict = { cause: 'uplink', whose: 'own', affected: [ana], severity: 'bad' };
const theirs: Verdict = { cause: 'processor', whose: ana, affected: [ana], severity: 'poor' };

function setup() {
  const clock = new FakeClock();
  const listeners = new Set<(record: CallFindings) => void>();
  const quality = {
    record: fakeRecord(),
    on: (_name: 'changed', listener: (record: CallFindings) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const isChatOpen = signal(false);
  const chat = {
    isOpen: isChatOpen,
    toggle: () => void (isChatOpen.value = !isChatOpen.peek()),
  };
  const inside = { phase: 'inside', isReachable: true, refusal: undefined } as CallState;
  const state = signal(inside);
  const participants = signal([{ id: ana, link: 'connected', isMuted: false } as const]);
  const connection = new ConnectionModel({
    clock,
    state,
    participants,
    quality,
    neighbours: [chat],
  });
  /** So many looks, two seconds apart, that find these. */
  const look = (times: number, ...found: Verdict[]) => {
    for (let each = 0; each < times; each += 1) {
      for (const listener of listeners) listener({ ...fakeRecord(fakeLink(ana)), verdicts: found });
      clock.advance(2_000);
    }
  };
  const loseServer = () => void (state.value = { ...inside, isReachable: false } as CallState);
  return { connection, chat, listeners, look, loseServer };
}

test('what is measured is shown, and remembered for the charts', () => {
  const { connection, look } = setup();
  expect(connection.record.value.links).toEqual([]);
  look(3);
  expect(connection.record.value.links).toHaveLength(1);
  expect(connection.history.value.get(ana)).toHaveLength(3);
});

test('what is said where nothing is wrong follows the looks and the server', () => {
  const { connection, look, loseServer } = setup();
  expect(connection.calm.value.tag).toBe('measuring');
  look(1);
  expect(connection.calm.value.tag).toBe('fine');
  loseServer();
  expect(connection.calm.value.tag).toBe('serverless');
});

test('there is a sign on whoever’s fault it is, and on nobody for distance', () => {
  const { connection, look } = setup();
  look(1, thin, theirs, { ...theirs, cause: 'distance' });
  expect([...connection.signs.value]).toEqual(
    expect.arrayContaining([
      ['own', 'bad'],
      [ana, 'poor'],
    ]),
  );
  look(1, { ...theirs, cause: 'distance' });
  expect(connection.signs.value.size).toBe(0);
});

test('of two verdicts on one side the more serious gives the sign', () => {
  const { connection, look } = setup();
  look(1, thin, { ...thin, cause: 'processor', severity: 'poor' });
  expect(connection.signs.value.get('own')).toBe('bad');
});

test('what is bad is told without being asked for, until it is over', () => {
  const { connection, look } = setup();
  look(4, thin);
  expect(connection.alert.value).toEqual(thin);
  look(4);
  expect(connection.alert.value).toBeUndefined();
});

test('what was noted is not told again while it goes on', () => {
  const { connection, look } = setup();
  look(4, thin);
  connection.noted();
  look(20, thin);
  expect(connection.alert.value).toBeUndefined();
});

test('what turns up beside what was noted is told', () => {
  const { connection, look } = setup();
  const narrow: Verdict = { ...thin, cause: 'downlink' };
  look(4, thin, narrow);
  expect(connection.alert.value).toEqual(thin);
  connection.noted();
  expect(connection.alert.value).toEqual(narrow);
});

test('whoever looks at the panel is told nothing beside it', () => {
  const { connection, look } = setup();
  look(4, thin);
  connection.toggle();
  expect(connection.alert.value).toBeUndefined();
  look(4, thin, { ...thin, cause: 'downlink' });
  expect(connection.alert.value).toBeUndefined();
  connection.toggle();
  look(4, thin, { ...thin, cause: 'downlink' });
  expect(connection.alert.value).toBeUndefined();
});

test('the panel takes the place of the chat, and the chat that of the panel', () => {
  const { connection, chat } = setup();
  chat.toggle();
  connection.toggle();
  expect([connection.isOpen.value, chat.isOpen.value]).toEqual([true, false]);
  chat.toggle();
  expect([connection.isOpen.value, chat.isOpen.value]).toEqual([false, true]);
});

test('a sign opens the panel, and does not close it', () => {
  const { connection, chat } = setup();
  chat.toggle();
  connection.open();
  connection.open();
  expect([connection.isOpen.value, chat.isOpen.value]).toEqual([true, false]);
  connection.toggle();
  expect(connection.isOpen.value).toBe(false);
});

test('a model that is gone listens no longer', () => {
  const { connection, listeners } = setup();
  connection[Symbol.dispose]();
  expect(listeners.size).toBe(0);
});
