import { expect, test } from 'vitest';
import { growthOf } from './growth.ts';
import type { LinkReading, ReceivedReading, SentReading } from './read-stats.ts';
import { type Circumstances, summarize } from './summarize.ts';

const sentNothing: SentReading = {
  id: 's',
  bytes: null,
  packets: null,
  packetsSentAgain: null,
  frames: null,
  width: null,
  height: null,
  limitedBy: null,
  encodeSeconds: null,
  sourceFramesPerSecond: null,
  isEfficient: false,
  reported: null,
};

const receivedNothing: ReceivedReading = {
  id: 'r',
  bytes: null,
  packets: null,
  lost: null,
  frames: null,
  width: null,
  height: null,
  decodeSeconds: null,
  isEfficient: false,
  frozenSeconds: null,
  samples: null,
  concealedSamples: null,
  silentConcealedSamples: null,
};

const sent = (change: Partial<SentReading>): SentReading => ({ ...sentNothing, ...change });
const received = (change: Partial<ReceivedReading>): ReceivedReading => ({
  ...receivedNothing,
  ...change,
});

function reading(atMs: number, change: Partial<LinkReading> = {}): LinkReading {
  return {
    atMs,
    path: 'direct',
    pair: null,
    rttSeconds: null,
    availableBitrate: null,
    sent: {},
    received: {},
    ...change,
  };
}

function summarized(before: LinkReading, now: LinkReading, wantedKbps: number) {
  return summarize(growthOf(before, now), { wantedKbps, theySend: undefined });
}

const picture = { width: 640, height: 360 };

test('counts become rates: kilobits and frames in a second', () => {
  const { sent: outgoing, received: incoming } = summarized(
    reading(0, {
      sent: { camera: sent({ ...picture, bytes: 1_000, frames: 10 }) },
      received: { camera: received({ ...picture, bytes: 0, packets: 0, frames: 0 }) },
    }),
    reading(2_000, {
      availableBitrate: 1_234_567,
      sent: {
        microphone: sent({ bytes: 10_000 }),
        camera: sent({ ...picture, bytes: 101_000, frames: 40, limitedBy: 'cpu' }),
      },
      received: { camera: received({ ...picture, bytes: 50_000, packets: 50, frames: 59 }) },
    }),
    799.6,
  );
  expect(outgoing).toMatchObject({ kbps: 440, availableKbps: 1_235, wantedKbps: 800 });
  expect(outgoing.camera).toEqual({ ...picture, framesPerSecond: 15, limitedBy: 'cpu' });
  expect(incoming).toMatchObject({ kbps: 200, camera: { framesPerSecond: 30 } });
});

test('of what the receiver reports, what it lost of pictures adds up, and of sound the latest share counts', () => {
  const at = (packets: number, lost: number, fractionLost: number) =>
    reading(packets, {
      sent: {
        microphone: sent({ packets, reported: { lost, fractionLost, rttSeconds: 0 } }),
        camera: sent({
          packets: 4 * packets,
          packetsSentAgain: packets,
          reported: { lost, fractionLost, rttSeconds: 0 },
        }),
        screen: sent({ packets }),
      },
    });
  // 100 packets of sound, of which a tenth, and 300 of pictures, of which 70.
  expect(summarized(at(900, 5, 1), at(1_000, 75, 0.1), 0).sent.lost).toBe(0.2);
  // What was counted as lost has come after all.
  expect(summarized(at(900, 5, 0), at(1_000, 2, 0), 0).sent.lost).toBe(0);
});

test('nobody knows what was lost while the receiver reports nothing', () => {
  const now = reading(2_000, { sent: { camera: sent({ packets: 90 }) } });
  expect(summarized(reading(0), now, 0).sent.lost).toBeNull();
});

test('loss is what did not come of what should have, and never less than nothing', () => {
  const loss = (lost: number) =>
    summarized(
      reading(0, { received: { camera: received({ packets: 0, lost: 5 }) } }),
      reading(2_000, { received: { camera: received({ packets: 90, lost }) } }),
      0,
    ).received.lost;
  expect(loss(15)).toBe(0.1);
  expect(loss(3)).toBe(0);
});

test('silence that is made up is not missed', () => {
  const { concealed } = summarized(
    reading(0),
    reading(2_000, {
      received: {
        microphone: received({
          samples: 96_000,
          concealedSamples: 9_600,
          silentConcealedSamples: 4_800,
        }),
        camera: received({ packets: 10 }),
      },
    }),
    0,
  ).received;
  expect(concealed).toBe(0.05);
});

test('a stream that began anew is counted from its beginning', () => {
  const kbpsOf = (bytesBefore: number, id: string) =>
    summarized(
      reading(0, { sent: { camera: sent({ id: 'old', bytes: bytesBefore }) } }),
      reading(2_000, { sent: { camera: sent({ id, bytes: 25_000 }) } }),
      0,
    ).sent.kbps;
  expect(kbpsOf(5_000, 'old')).toBe(80);
  expect(kbpsOf(5_000, 'new')).toBe(100);
  // Its count went back though its name did not change.
  expect(kbpsOf(90_000, 'old')).toBe(100);
});

test('an interval of no time, or of a clock that went back, tells of nothing', () => {
  for (const atMs of [1_000, 500]) {
    const camera = received({ ...picture, bytes: 900, packets: 9, frames: 9, frozenSeconds: 1 });
    const summary = summarized(reading(1_000), reading(atMs, { received: { camera } }), 0);
    expect(summary.received).toMatchObject({ kbps: 0, frozen: null, camera: null });
  }
});

test('a picture that is not sent, or does not come, is none', () => {
  const still = { ...picture, bytes: 100, packets: 5, frames: 7 };
  const at = (atMs: number) =>
    reading(atMs, { sent: { camera: sent(still) }, received: { camera: received(still) } });
  const summary = summarized(at(0), at(2_000), 0);
  expect(summary.sent.camera).toBeNull();
  expect(summary.received).toMatchObject({ camera: null, frozen: null });
});

test('a picture of which packets come and frames do not stands still, before the browser counts the freeze', () => {
  const camera = (packets: number) =>
    received({ ...picture, packets, frames: 7, frozenSeconds: 0 });
  const { received: incoming } = summarized(
    reading(0, { received: { camera: camera(1) } }),
    reading(2_000, { received: { camera: camera(9) } }),
    0,
  );
  expect(incoming).toMatchObject({ frozen: 1, camera: { framesPerSecond: 0 } });
});

test('packets of a picture that the other end does not send are no frozen picture', () => {
  const camera = received({ ...picture, packets: 9, frames: 0 });
  const frozenOf = (of: ReceivedReading, theySend?: Circumstances['theySend']) =>
    summarize(growthOf(reading(0), reading(2_000, { received: { camera: of } })), {
      wantedKbps: 0,
      theySend,
    }).received;
  expect(frozenOf(camera)).toMatchObject({ frozen: 1, camera: picture });
  expect(frozenOf(camera, { camera: picture, screen: null }).frozen).toBe(1);
  expect(frozenOf(camera, { camera: null, screen: null })).toMatchObject({
    frozen: null,
    camera: null,
  });
  // What is seen to come is sent, whatever was said of it before.
  const moving = { ...camera, frames: 20, frozenSeconds: 0 };
  expect(frozenOf(moving, { camera: null, screen: null })).toMatchObject({ camera: picture });
});

test('a freeze that ends is no longer than the interval', () => {
  const camera = received({ ...picture, packets: 9, frames: 7, frozenSeconds: 5 });
  expect(summarized(reading(0), reading(2_000, { received: { camera } }), 0).received.frozen).toBe(
    1,
  );
});

test('a screen on which nothing moves does not stand still', () => {
  const screen = received({ ...picture, packets: 9, frames: 2, frozenSeconds: 2 });
  const frozenOf = (of: LinkReading['received']) =>
    summarized(reading(0), reading(2_000, { received: of }), 0).received.frozen;
  expect(frozenOf({ screen })).toBe(0);
  expect(frozenOf({ camera: screen })).toBe(1);
  // But one of which nothing can be shown does.
  expect(frozenOf({ screen: { ...screen, frames: 0 } })).toBe(1);
});

test('where no check of the way is told, the round trip is that of media reports', () => {
  const reported = { lost: 0, fractionLost: 0, rttSeconds: 0.0804 };
  const now = reading(2_000, { sent: { microphone: sent({ reported }) } });
  expect(summarized(reading(0), now, 0).rttMs).toBe(80);
  expect(summarized(reading(0), { ...now, rttSeconds: 0.012 }, 0).rttMs).toBe(12);
  expect(summarized(reading(0), reading(2_000), 0).rttMs).toBeNull();
});
