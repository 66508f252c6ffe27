import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PeerMessage } from '../../../../protocol/peer.ts';
import { emptySlots } from '../slots.ts';
import { type FakeEnvironment, fakeEnvironment } from '../testing/fake-environment.ts';
import { Dialler } from './dialler.ts';

interface Side {
  readonly environment: FakeEnvironment;
  readonly dialler: Dialler;
  /** Posted, and not yet carried over. */
  readonly outbox: PeerMessage[];
}

function makeSide(polite: boolean): Side {
  const environment = fakeEnvironment();
  const outbox: PeerMessage[] = [];
  const dialler = new Dialler({
    environment,
    polite,
    configuration: {},
    tracks: emptySlots,
    post(message) {
      outbox.push(message);
      return () => !outbox.includes(message);
    },
  });
  return { environment, dialler, outbox };
}

function setup() {
  const polite = makeSide(true);
  const impolite = makeSide(false);
  const hand = ({ outbox }: Side, { dialler }: Side) => {
    for (const message of outbox.splice(0)) {
      if (message.type === 'ice-restart') dialler.restartRequested(message.dial);
      else if (message.type === 'description' || message.type === 'candidates')
        dialler.receive(message);
    }
  };
  const settle = async () => {
    for (let round = 0; round < 10; round += 1) {
      hand(polite, impolite);
      hand(impolite, polite);
      await setImmediate();
    }
  };
  return { polite, impolite, settle };
}

function openConnections({ environment }: Side) {
  return environment.connections.filter(({ signalingState }) => signalingState !== 'closed');
}

function expectConnected(...sides: Side[]) {
  for (const side of sides) {
    expect(side.dialler.link).toBe('connected');
    expect(openConnections(side)).toHaveLength(1);
    // Four and no more: of an offer that was given up nothing is left.
    expect(openConnections(side)[0]?.getTransceivers()).toHaveLength(4);
  }
}

test('[N6] whoever dials is answered', async () => {
  const { polite, impolite, settle } = setup();
  polite.dialler.dial();
  await settle();
  expectConnected(polite, impolite);
});

test('[N6] when both dial at once the polite side gives way', async () => {
  const { polite, impolite, settle } = setup();
  polite.dialler.dial();
  impolite.dialler.dial();
  await setImmediate();
  await settle();
  expectConnected(polite, impolite);
  expect(polite.environment.connections).toHaveLength(2);
  expect(impolite.environment.connections).toHaveLength(1);
});

test('[N6] what comes late for a dial that was replaced does not bring it back', async () => {
  const { polite, impolite, settle } = setup();
  polite.dialler.dial();
  await settle();
  const [old] = impolite.environment.connections;
  old?.restartIce();
  await setImmediate();
  const late = impolite.outbox.splice(0);
  expect(late.map(({ type }) => type)).toContain('description');
  polite.dialler.dial();
  await settle();
  impolite.outbox.push(...late);
  await settle();
  expectConnected(polite, impolite);
  expect(old?.signalingState).toBe('closed');
});

test('[I3] a connection that no restart heals is dialled again, with what it last showed kept until then', async () => {
  const { polite, impolite, settle } = setup();
  polite.dialler.dial();
  await settle();
  polite.environment.cutFrom.add(impolite.environment);
  for (const { environment } of [polite, impolite]) environment.connections[0]?.become('failed');
  const shown = impolite.dialler.tracks;
  for (const _restart of [1, 2]) {
    await settle();
    impolite.environment.clock.advance(4_000);
  }
  await settle();
  expect(impolite.environment.connections).toHaveLength(2);
  expect(impolite.dialler.link).toBe('interrupted');
  expect(impolite.dialler.tracks).toEqual(shown);

  polite.environment.cutFrom.clear();
  impolite.environment.clock.advance(8_000);
  await settle();
  expectConnected(polite, impolite);
  expect(impolite.dialler.tracks).not.toEqual(shown);
});

test('[I3] an offer that is still on its way is not followed by another', async () => {
  const { impolite } = setup();
  impolite.dialler.dial();
  await setImmediate();
  impolite.environment.clock.advance(120_000);
  await setImmediate();
  expect(impolite.environment.connections).toHaveLength(1);
  impolite.outbox.length = 0;
  impolite.environment.clock.advance(40_000);
  expect(impolite.environment.connections.length).toBeGreaterThan(1);
});

test('[I4] whoever can be reached again gets the offer that is open, and no restart on top of it', async () => {
  const { polite, impolite, settle } = setup();
  impolite.dialler.dial();
  await setImmediate();
  impolite.environment.clock.advance(15_000);
  const before = impolite.outbox.filter(({ type }) => type === 'description').length;
  impolite.dialler.wake('room');
  await settle();
  expectConnected(polite, impolite);
  expect(before).toBe(1);
  expect(impolite.environment.connections[0]?.localDescription?.sdp).toContain('"revision":1');
});

test('[I5] whoever waits for an offer that does not come dials', async () => {
  const { polite, impolite, settle } = setup();
  polite.environment.clock.advance(15_000);
  expect(polite.dialler.link).toBe('failed');
  await setImmediate();
  await settle();
  expectConnected(polite, impolite);
});

test('[I1] the polite side asks for a restart, once while the request is on its way', async () => {
  const { polite, impolite, settle } = setup();
  impolite.dialler.dial();
  await settle();
  polite.environment.connections[0]?.become('failed');
  polite.environment.clock.advance(4_000);
  expect(polite.outbox.filter(({ type }) => type === 'ice-restart')).toHaveLength(1);
  await settle();
  expectConnected(polite, impolite);
  expect(impolite.environment.connections).toHaveLength(1);
});

test('after close nothing is waited for', async () => {
  const { polite, impolite, settle } = setup();
  polite.dialler.dial();
  await settle();
  for (const { environment, dialler } of [polite, impolite]) {
    environment.connections[0]?.become('failed');
    dialler.close();
    expect(environment.clock.pendingTimers).toBe(0);
    expect(environment.connections[0]?.signalingState).toBe('closed');
  }
});
