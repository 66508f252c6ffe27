import { expect, test } from 'vitest';
import { readingsOf, recordingOf } from '../testing/recorded-call.ts';
import { readStats } from './read-stats.ts';

type Entry = Readonly<Record<string, unknown>> & { readonly id: string };

const slotOf = (mid: string) => (mid === '0' ? 'microphone' : mid === '1' ? 'camera' : undefined);

function read(...entries: Entry[]) {
  return readStats(new Map(entries.map((entry) => [entry.id, entry])), slotOf, 1_000);
}

function relayed(candidate: Readonly<Record<string, unknown>>) {
  return read(
    { id: 'pair', type: 'candidate-pair', selected: true, localCandidateId: 'local' },
    { id: 'local', type: 'local-candidate', candidateType: 'relay', ...candidate },
  ).path;
}

test('what is sent and received is read by slot, whatever the browser calls its streams', () => {
  const { sent, received } = read(
    { id: 'a', type: 'outbound-rtp', mid: '1', bytesSent: 900, headerBytesSent: 100 },
    { id: 'b', type: 'inbound-rtp', mid: '0', bytesReceived: 50, packetsLost: -1 },
    { id: 'c', type: 'inbound-rtp', mid: 'of no slot', bytesReceived: 50 },
    { id: 'd', type: 'inbound-rtp', bytesReceived: 50 },
  );
  expect(sent).toMatchObject({ camera: { id: 'a', bytes: 1_000, reported: null } });
  expect(received).toMatchObject({ microphone: { id: 'b', bytes: 50, lost: -1 } });
  expect(Object.keys(received)).toEqual(['microphone']);
});

test('how many frames come of a camera is read with what is sent of them', () => {
  const { sent } = read(
    { id: 'a', type: 'outbound-rtp', mid: '1', mediaSourceId: 'm' },
    { id: 'n', type: 'media-source', framesPerSecond: 30 },
    { id: 'm', type: 'media-source', framesPerSecond: 12 },
  );
  expect(sent.camera?.sourceFramesPerSecond).toBe(12);
});

test('what the receiver reports is read with what it is of', () => {
  const { sent } = read(
    { id: 'a', type: 'outbound-rtp', mid: '1', remoteId: 'r' },
    { id: 'r', type: 'remote-inbound-rtp', fractionLost: 0.25, roundTripTime: 0.08 },
  );
  expect(sent.camera?.reported).toEqual({ lost: null, fractionLost: 0.25, rttSeconds: 0.08 });
});

test('what a browser does not tell, or tells otherwise than it should, is null', () => {
  const { sent, rttSeconds, availableBitrate } = read({
    id: 'a',
    type: 'outbound-rtp',
    mid: '1',
    bytesSent: 'many',
    framesEncoded: Number.NaN,
    qualityLimitationReason: 'weather',
  });
  expect(sent.camera).toMatchObject({ bytes: null, frames: null, limitedBy: null, width: null });
  expect([rttSeconds, availableBitrate]).toEqual([null, null]);
});

test('the pair in use is the one that the transport names', () => {
  const { availableBitrate } = read(
    { id: 'old', type: 'candidate-pair', nominated: true, state: 'succeeded' },
    { id: 'new', type: 'candidate-pair', nominated: true, availableOutgoingBitrate: 500 },
    { id: 't', type: 'transport', selectedCandidatePairId: 'new' },
  );
  expect(availableBitrate).toBe(500);
});

test('where no transport tells, it is the selected pair, or the one that was agreed on and works', () => {
  const works = { type: 'candidate-pair', nominated: true, state: 'succeeded' };
  const failed = { id: 'c', type: 'candidate-pair', nominated: true, state: 'failed' };
  const selected = { id: 'b', ...works, selected: true, currentRoundTripTime: 2 };
  const agreed = { id: 'a', ...works, currentRoundTripTime: 1 };
  expect(read(failed, agreed, selected).rttSeconds).toBe(2);
  expect(read(failed, agreed).rttSeconds).toBe(1);
});

test('a path tells how this end reaches its own relay', () => {
  expect(read().path).toBe('direct');
  expect(relayed({ candidateType: 'srflx', url: 'stun:relay.test' })).toBe('direct');
  expect(relayed({ relayProtocol: 'udp', url: 'turn:relay.test?transport=udp' })).toBe('relay-udp');
  expect(relayed({ relayProtocol: 'tcp', url: 'turn:relay.test?transport=tcp' })).toBe('relay-tcp');
  expect(relayed({ relayProtocol: 'tls', url: 'turns:relay.test' })).toBe('relay-tls');
  expect(relayed({ relayProtocol: 'tcp', url: 'turns:relay.test' })).toBe('relay-tls');
  expect(relayed({})).toBe('relay-udp');
});

test('Chromium tells all that is read', () => {
  const reading = readingsOf(recordingOf('fine'), 'ana', 'ben').at(-1);
  expect(nullsIn(reading)).toEqual([]);
});

test('Firefox tells all but what gets through, what limits a picture and what comes of its camera', () => {
  const recording = recordingOf('fine-firefox');
  expect(recording.people['ben']?.browser).toMatch(/firefox/i);
  const reading = readingsOf(recording, 'ben', 'ana').at(-1);
  expect(nullsIn(reading)).toEqual([
    'availableBitrate',
    'sent.camera.limitedBy',
    'sent.camera.sourceFramesPerSecond',
  ]);
});

/** Where there is nothing though a slot is in use, but for what is of pictures in sound and the other way round. */
function nullsIn(reading: unknown, at = ''): string[] {
  if (reading === null) return [at];
  if (typeof reading !== 'object') return [];
  return Object.entries(reading)
    .flatMap(([key, value]) => nullsIn(value, at === '' ? key : `${at}.${key}`))
    .filter(
      (path) =>
        !/microphone.*(frames|width|height|limited|encode|decode|freeze|frozen)/i.test(path),
    )
    .filter((path) => !/camera.*samples/i.test(path));
}
