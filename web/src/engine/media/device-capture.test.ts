import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { FakeTrack } from '../testing/fake-media.ts';
import { type CaptureState, DeviceCapture } from './device-capture.ts';

function setup() {
  const clock = new FakeClock();
  const capture = new DeviceCapture({
    clock,
    replace: () => Promise.reject(new DOMException('none', 'NotFoundError')),
  });
  const states: CaptureState[] = [];
  capture.on('changed', (state) => states.push(state));
  const track = new FakeTrack('video');
  const grant = (granted = track) => Promise.resolve(granted as unknown as MediaStreamTrack);
  return { clock, capture, states, track, grant };
}

/** A prompt that stands open until the test answers it. */
function prompt() {
  const { promise, resolve } = Promise.withResolvers<MediaStreamTrack>();
  return { acquire: () => promise, answer: (track: FakeTrack) => resolve(track as never) };
}

test('a prompt without an answer is late after eight seconds, and an answer still counts', async () => {
  const { clock, capture, track } = setup();
  const { acquire, answer } = prompt();
  const starting = capture.start(acquire);
  clock.advance(7_999);
  expect(capture.state).toEqual({ at: 'starting', isLate: false });
  clock.advance(1);
  expect(capture.state).toEqual({ at: 'starting', isLate: true });
  answer(track);
  await starting;
  expect(capture.state).toMatchObject({ at: 'on', track });
  expect(clock.pendingTimers).toBe(0);
});

test('the answer to a question that was taken back is given back at once', async () => {
  const { clock, capture, track } = setup();
  const { acquire, answer } = prompt();
  const starting = capture.start(acquire);
  capture.stop();
  expect(clock.pendingTimers).toBe(0);
  answer(track);
  await starting;
  expect(capture.state).toEqual({ at: 'off' });
  expect(track.readyState).toBe('ended');
});

test('whoever asks is told when nobody waits for the answer any more', async () => {
  const { capture } = setup();
  let asked: AbortSignal | undefined;
  void capture.start((signal) => {
    asked = signal;
    return new Promise(() => {});
  });
  expect(asked?.aborted).toBe(false);
  capture.stop();
  expect(asked?.aborted).toBe(true);
});

test('a moment of mute at the start is not worth a word', async () => {
  const { clock, capture, states, track, grant } = setup();
  track.muted = true;
  await capture.start(() => grant());
  clock.advance(2_499);
  track.setMuted(false);
  clock.advance(60_000);
  expect(states.filter((state) => state.at === 'on' && state.isSilenced)).toEqual([]);
  expect(clock.pendingTimers).toBe(0);
});

test('a track that stays mute is silenced, and by itself no longer when it gives something', async () => {
  const { clock, capture, track, grant } = setup();
  await capture.start(() => grant());
  track.setMuted(true);
  clock.advance(2_500);
  expect(capture.state).toMatchObject({ at: 'on', track, isSilenced: true });
  track.setMuted(false);
  expect(capture.state).toMatchObject({ at: 'on', track, isSilenced: false });
});

test('a track that is mute from its first moment on is silenced too', async () => {
  const { clock, capture, track, grant } = setup();
  track.muted = true;
  await capture.start(() => grant());
  clock.advance(2_500);
  expect(capture.state).toMatchObject({ at: 'on', isSilenced: true });
});

test('a track that was mute and then ended does not come back as a silenced one', async () => {
  const { clock, capture, track, grant } = setup();
  await capture.start(() => grant());
  track.setMuted(true);
  track.end();
  clock.advance(2_500);
  expect(capture.state.at).not.toBe('on');
});

test('behind the scenes nothing changes until there is a track', async () => {
  const { capture, states, track, grant } = setup();
  await capture.start(() => Promise.reject(new DOMException('busy', 'NotReadableError')));
  states.length = 0;
  await capture.improve(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
  expect(states).toEqual([]);
  await capture.improve(() => grant());
  expect(states).toEqual([{ at: 'on', track, isSilenced: false }]);
});

test.each(['stop', 'close'] as const)('after %s no timer and no listener is left', async (end) => {
  const { clock, capture, track, grant } = setup();
  await capture.start(() => grant());
  track.setMuted(true);
  capture[end]();
  expect(clock.pendingTimers).toBe(0);
  const listeners = ['ended', 'mute', 'unmute'].flatMap((name) => getEventListeners(track, name));
  expect(listeners).toEqual([]);
});

test('a track that was replaced is not listened to', async () => {
  const { clock, capture, track, grant } = setup();
  await capture.start(() => grant());
  track.setMuted(true);
  await capture.start(() => grant(new FakeTrack('video')));
  expect(track.readyState).toBe('ended');
  expect(clock.pendingTimers).toBe(0);
  expect(getEventListeners(track, 'ended')).toEqual([]);
});
