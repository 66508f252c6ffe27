// What browsers count of a call, from both ends of each link, so that tests ask in the words of people: what goes from
// Ana to Ben, and how it arrives. Names are those of W3C webrtc-stats.
import type { Page } from '@playwright/test';

/** In the order of their transceivers. */
export const slots = ['microphone', 'camera', 'screen', 'screenAudio'] as const;
export type Slot = (typeof slots)[number];

/** What one slot has sent so far: sums since the connection was made, and how it is now. */
export interface Sent {
  /** With RTP's headers and what was sent again, without those of UDP and IP. */
  readonly bytes: number;
  readonly packets: number;
  readonly framesEncoded: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly framesPerSecond: number;
  readonly qualityLimitationReason: string;
  /** Since the connection was made, for how long the processor was why. */
  readonly limitedByProcessorSeconds: number;
  readonly encoderImplementation: string;
}

export interface Arrived {
  readonly bytes: number;
  readonly packets: number;
  readonly packetsLost: number;
  readonly framesDecoded: number;
  readonly framesDropped: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly freezeCount: number;
  readonly freezesSeconds: number;
  readonly samples: number;
  readonly concealedSamples: number;
  readonly silentConcealedSamples: number;
}

export interface LinkEnd {
  /** When it was counted; milliseconds since the epoch. */
  readonly atMs: number;
  /** Of the descriptions (RFC 8839, section 5.4): two ends whose fragments are crossed are of one link. */
  readonly localFragment: string | undefined;
  readonly remoteFragment: string | undefined;
  readonly sent: Readonly<Record<Slot, Sent>>;
  readonly arrived: Readonly<Record<Slot, Arrived>>;
  /** Addresses of the selected candidate pair, and whether it is over UDP. */
  readonly localAddress: string | undefined;
  readonly remoteAddress: string | undefined;
  readonly localCandidate: string | undefined;
  readonly roundTripSeconds: number;
  readonly availableOutgoingBitrate: number;
}

/** What one person sends to another, told by the browser of each. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly sender: LinkEnd;
  readonly receiver: LinkEnd;
}

interface Named {
  readonly name: string;
  readonly page: Page;
}

/** Every link there is among them now, each way for itself. */
export async function linksAmong(people: readonly Named[]): Promise<Link[]> {
  const ends = await Promise.all(
    people.map(async ({ name, page }) =>
      (await page.evaluate(readEnds, slots)).map((end) => ({ name, end })),
    ),
  );
  const all = ends.flat();
  return all.flatMap(({ name: from, end: sender }) =>
    all
      .filter(({ end }) => isSameLink(sender, end))
      .map(({ name: to, end: receiver }) => ({ from, to, sender, receiver })),
  );
}

function isSameLink(one: LinkEnd, other: LinkEnd): boolean {
  const { localFragment, remoteFragment } = one;
  return (
    localFragment !== undefined &&
    localFragment === other.remoteFragment &&
    remoteFragment === other.localFragment
  );
}

/** Runs in the page. */
async function readEnds(names: readonly Slot[]): Promise<LinkEnd[]> {
  return Promise.all(window.connectionLog.open().map(readEnd));

  async function readEnd(connection: RTCPeerConnection): Promise<LinkEnd> {
    const stats = [...(await connection.getStats()).values()] as Record<string, unknown>[];
    const mids = connection.getTransceivers().map(({ mid }) => mid);
    const ofSlot = (type: string, slot: Slot) => {
      const mid = mids[names.indexOf(slot)];
      const entry = stats.find((each) => each['type'] === type && each['mid'] === mid);
      return {
        number: (key: string) => Number(entry?.[key] ?? 0),
        text: (key: string) => (entry?.[key] ?? '') as string,
        seconds: (reason: string) =>
          ((entry?.['qualityLimitationDurations'] ?? {}) as Record<string, number>)[reason] ?? 0,
      };
    };
    const bySlot = <Side>(read: (slot: Slot) => Side) =>
      Object.fromEntries(names.map((slot) => [slot, read(slot)])) as Record<Slot, Side>;
    const byId = (id: unknown) => stats.find((entry) => entry['id'] === id);
    const transport = stats.find(({ type }) => type === 'transport');
    const pair = byId(transport?.['selectedCandidatePairId']);
    const candidate = (side: string, key: string) =>
      byId(pair?.[`${side}CandidateId`])?.[key] as string | undefined;
    return {
      atMs: Number(transport?.['timestamp']),
      localFragment: fragmentOf(connection.localDescription),
      remoteFragment: fragmentOf(connection.remoteDescription),
      sent: bySlot((slot) => sentIn(ofSlot('outbound-rtp', slot))),
      arrived: bySlot((slot) => arrivedIn(ofSlot('inbound-rtp', slot))),
      localAddress: candidate('local', 'address'),
      remoteAddress: candidate('remote', 'address'),
      localCandidate: candidate('local', 'candidateType'),
      roundTripSeconds: Number(pair?.['currentRoundTripTime']),
      availableOutgoingBitrate: Number(pair?.['availableOutgoingBitrate']),
    };
  }

  function fragmentOf(description: RTCSessionDescription | null): string | undefined {
    return description?.sdp.match(/^a=ice-ufrag:(\S+)/m)?.[1];
  }

  interface Entry {
    readonly number: (key: string) => number;
    readonly text: (key: string) => string;
    readonly seconds: (reason: string) => number;
  }

  function sentIn({ number, text, seconds }: Entry): Sent {
    return {
      bytes: number('bytesSent') + number('headerBytesSent'),
      packets: number('packetsSent'),
      framesEncoded: number('framesEncoded'),
      frameWidth: number('frameWidth'),
      frameHeight: number('frameHeight'),
      framesPerSecond: number('framesPerSecond'),
      qualityLimitationReason: text('qualityLimitationReason'),
      limitedByProcessorSeconds: seconds('cpu'),
      encoderImplementation: text('encoderImplementation'),
    };
  }

  function arrivedIn({ number }: Entry): Arrived {
    return {
      bytes: number('bytesReceived') + number('headerBytesReceived'),
      packets: number('packetsReceived'),
      packetsLost: number('packetsLost'),
      framesDecoded: number('framesDecoded'),
      framesDropped: number('framesDropped'),
      frameWidth: number('frameWidth'),
      frameHeight: number('frameHeight'),
      freezeCount: number('freezeCount'),
      freezesSeconds: number('totalFreezesDuration'),
      samples: number('totalSamplesReceived'),
      concealedSamples: number('concealedSamples'),
      silentConcealedSamples: number('silentConcealedSamples'),
    };
  }
}
