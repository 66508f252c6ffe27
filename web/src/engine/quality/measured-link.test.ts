import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { FakeLinkPort } from '../testing/fake-link-port.ts';
import { peerId } from '../testing/call-records.ts';
import { noLayer } from './layer.ts';
import { MeasuredLink } from './measured-link.ts';

function newLink() {
  const [clock, port] = [new FakeClock(), new FakeLinkPort()];
  const link = new MeasuredLink({ id: peerId('ana'), port: port.asPort, clock });
  return { clock, port, link };
}

/** One that is granted all that it wants. */
function linkWithPicture() {
  const made = newLink();
  const camera = { ...noLayer, active: true };
  const bps = { grantedBps: 450_000, wantedBps: 450_000, leastBps: 92_000 };
  made.link.encode({ camera, screen: noLayer, ...bps });
  return made;
}

/** What a browser tells of the way that is used. */
function report(pair: string, availableOutgoingBitrate: number): RTCStatsReport {
  const entries = [
    { id: 'T', type: 'transport', selectedCandidatePairId: pair },
    { id: pair, type: 'candidate-pair', availableOutgoingBitrate },
  ];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

test('what a browser believes of a way at first is a guess, and told to nobody', async () => {
  const { clock, port, link } = newLink();
  const beliefs: (number | null | undefined)[] = [];
  const look = async (pair: string) => {
    port.readStats = () => Promise.resolve(report(pair, 300_000));
    clock.advance(2_000);
    await link.measure();
    beliefs.push(link.record?.mine.sent.availableKbps);
  };
  for (let each = 0; each < 5; each += 1) await look('lan');
  for (let each = 0; each < 6; each += 1) await look('relay');
  expect(beliefs).toEqual([undefined, null, null, null, 300, null, null, null, null, null, 300]);
});

test('what one way carries is forgotten when another is taken', async () => {
  const { clock, port, link } = linkWithPicture();
  const look = async (pair: string, availableBps: number) => {
    port.readStats = () => Promise.resolve(report(pair, availableBps));
    clock.advance(2_000);
    await link.measure();
    return link.pace.limitBps;
  };
  await look('lan', 440_000);
  await look('lan', 440_000);
  expect(await look('lan', 200_000)).toBeCloseTo(180_000);
  expect(await look('relay', 200_000)).toBeUndefined();
});

test('what is reported lost every second is not lost in the half of it', async () => {
  const { clock, port, link } = linkWithPicture();
  port.slotOf = () => 'camera';
  for (let look = 1; look <= 8; look += 1) {
    const stream = { id: 'S', type: 'outbound-rtp', mid: '1', packetsSent: 50 * look };
    const reported = {
      id: 'R',
      type: 'remote-inbound-rtp',
      packetsLost: 3 * Math.floor((look - 1) / 2),
    };
    const entries = new Map(report('lan', 440_000));
    entries.set('S', { ...stream, remoteId: 'R' }).set('R', reported);
    port.readStats = () => Promise.resolve(entries as RTCStatsReport);
    clock.advance(500);
    await link.sense();
  }
  expect(link.pace.limitBps).toBeUndefined();
});

test('files give way on a connection where something waits behind them, and on no other way', async () => {
  const { clock, port, link } = linkWithPicture();
  const look = async (pair: string, availableBps: number) => {
    port.readStats = () => Promise.resolve(report(pair, availableBps));
    port.bulkBytes += port.bulkLimitBps / 8;
    clock.advance(1_000);
    await link.sense();
    return port.bulkLimitBps;
  };
  const start = port.bulkLimitBps;
  for (let each = 0; each < 3; each += 1) await look('lan', 2_000_000);
  const most = await look('lan', 2_000_000);
  expect(most).toBeGreaterThan(start);
  expect(await look('lan', 400_000)).toBeLessThanOrEqual(most / 2);
  expect(link.pace.limitBps).toBeUndefined();
  expect(await look('relay', 400_000)).toBe(start);
});
