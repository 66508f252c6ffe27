import { expect, test, vi } from 'vitest';
import { type FakeEnvironment, fakeEnvironment } from '../testing/fake-environment.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { tryRelay } from './relay-trial.ts';
import { whileTimePasses } from '../testing/time-passes.ts';

const server = { urls: ['turn:relay.test'], username: 'ana', credential: 'secret' };

function setup(environment: FakeEnvironment = fakeEnvironment()) {
  const abort = new AbortController();
  const onOpen = vi.fn<() => void>();
  const turns = new OneAtATime();
  const trying = tryRelay(server, { environment, signal: abort.signal, turns, onOpen });
  const states = () => environment.connections.map(({ connectionState }) => connectionState);
  return { environment, clock: environment.clock, abort, onOpen, trying, states };
}

test('two connections meet at the relay and nowhere else, and tell how well it goes', async () => {
  const { environment, clock, onOpen, trying, states } = setup();
  const record = await whileTimePasses(clock, trying);
  expect(record).toMatchObject({ end: 'open', errorCodes: [], figures: { loss: 0 } });
  expect(onOpen).toHaveBeenCalledOnce();
  for (const connection of environment.connections)
    expect(connection.getConfiguration()).toEqual({
      iceServers: [server],
      iceTransportPolicy: 'relay',
    });
  expect(states()).toEqual(['closed', 'closed']);
  expect(clock.pendingTimers).toBe(0);
});

test('a way that does not open is waited for, but not for ever', async () => {
  const environment = fakeEnvironment();
  environment.cutFrom.add(environment);
  const { clock, onOpen, trying, states } = setup(environment);
  const record = await whileTimePasses(clock, trying);
  expect(record).toMatchObject({ end: 'late', figures: undefined });
  expect(clock.now()).toBe(8_000);
  expect(onOpen).not.toHaveBeenCalled();
  expect(states()).toEqual(['closed', 'closed']);
});

test('what the relay answers is kept, and ends it when there is nothing more to try', async () => {
  const environment = fakeEnvironment();
  environment.cutFrom.add(environment);
  const { trying } = setup(environment);
  for (const connection of environment.connections) {
    // The fake offers candidates as if it had a host of its own: here the relay gives none.
    connection.addEventListener('icecandidate', (event) => event.stopImmediatePropagation());
    connection.dispatchEvent(
      Object.assign(new Event('icecandidateerror'), { errorCode: 401, errorText: 'Unauthorized' }),
    );
    Object.assign(connection, { iceGatheringState: 'complete' });
    connection.dispatchEvent(new Event('icegatheringstatechange'));
  }
  expect(await trying).toMatchObject({ end: 'gathered', errorCodes: [401, 401] });
});

test('it is given up at once when nobody wants to know any more', async () => {
  const { clock, abort, trying, states } = setup();
  abort.abort();
  expect(await trying).toMatchObject({ end: 'late', figures: undefined });
  expect(states()).toEqual(['closed', 'closed']);
  expect(clock.pendingTimers).toBe(0);
});
