// Somebody between two people: a page that answers each of them as if it were the other, and shows to each what the
// other sends. All it needs is a server that exchanges what they say about themselves for what it says about itself.
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import type { Carry, Signal } from './tapped-server.ts';

interface Bridge {
  /** Takes an offer for the answerer; gives the bridge's own, to be sent in its place. */
  readonly takeOffer: (sdp: string) => Promise<string>;
  /** Takes the answer to that; gives the bridge's own for the offerer. */
  readonly takeAnswer: (sdp: string) => Promise<string>;
  /** How many frames of video it has got from either. */
  readonly framesTaken: () => Promise<number>;
}

declare global {
  interface Window {
    bridge: Bridge;
  }
}

/** What the bridge has to understand of what peers say in an open room. */
const Letter = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({
    message: v.variant('type', [
      v.looseObject({
        type: v.literal('description'),
        description: v.object({ type: v.picklist(['offer', 'answer']), sdp: v.string() }),
      }),
      v.looseObject({ type: v.literal('candidates') }),
    ]),
  }),
);

export class ManInTheMiddle {
  readonly #page: Page;
  /** What was made of each description: it is said again until it is heard. */
  readonly #made = new Map<string, Promise<string>>();

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Works from `page`, which must be one that may use WebRTC and has no other use. */
  static async at(page: Page): Promise<ManInTheMiddle> {
    await page.evaluate(installBridge);
    return new ManInTheMiddle(page);
  }

  framesTaken(): Promise<number> {
    return this.#page.evaluate(() => window.bridge.framesTaken());
  }

  /** Puts itself into whatever it can read, and passes on the rest. */
  readonly carry: Carry = async (signal) => {
    const letter = v.safeParse(Letter, signal.payload);
    if (!letter.success) return [signal];
    const { message } = letter.output;
    if (message.type === 'candidates') return [said(signal, letter.output, { candidates: [] })];
    const { type, sdp } = message.description;
    const made = this.#made.get(sdp) ?? this.#inPlaceOf(type, sdp);
    this.#made.set(sdp, made);
    return [said(signal, letter.output, { description: { type, sdp: await made } })];
  };

  #inPlaceOf(type: 'offer' | 'answer', sdp: string): Promise<string> {
    return type === 'offer'
      ? this.#page.evaluate((offer) => window.bridge.takeOffer(offer), sdp)
      : this.#page.evaluate((answer) => window.bridge.takeAnswer(answer), sdp);
  }
}

/** The same letter, saying something else. */
function said(signal: Signal, letter: v.InferOutput<typeof Letter>, change: object): Signal {
  const message = { ...letter.message, ...change };
  return { ...signal, payload: JSON.stringify({ ...letter, message }) };
}

function installBridge(): void {
  // In the order in which this app makes its four slots.
  const kinds = ['audio', 'video', 'video', 'audio'];
  let toOfferer = new RTCPeerConnection();
  let toAnswerer = new RTCPeerConnection();

  const whole = async (connection: RTCPeerConnection) => {
    await connection.setLocalDescription();
    if (connection.iceGatheringState !== 'complete')
      await new Promise<void>((resolve) => {
        connection.addEventListener('icegatheringstatechange', () => {
          if (connection.iceGatheringState === 'complete') resolve();
        });
      });
    return connection.localDescription?.sdp ?? '';
  };
  const passOn = (from: RTCDataChannel, to: RTCDataChannel) =>
    from.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (to.readyState === 'open') to.send(data);
    });
  const framesOf = async (connection: RTCPeerConnection) => {
    let frames = 0;
    const report = await connection.getStats();
    report.forEach((stats: RTCInboundRtpStreamStats) => {
      if (stats.type === 'inbound-rtp') frames += stats.framesReceived ?? 0;
    });
    return frames;
  };

  window.bridge = {
    async takeOffer(sdp) {
      toOfferer = new RTCPeerConnection();
      toAnswerer = new RTCPeerConnection();
      await toOfferer.setRemoteDescription({ type: 'offer', sdp });
      for (const kind of kinds) toAnswerer.addTransceiver(kind);
      for (const [index, near] of toOfferer.getTransceivers().entries()) {
        const far = toAnswerer.getTransceivers()[index];
        near.direction = 'sendrecv';
        await near.sender.replaceTrack(far?.receiver.track ?? null);
        await far?.sender.replaceTrack(near.receiver.track);
      }
      const [near, far] = [toOfferer, toAnswerer].map((connection) =>
        connection.createDataChannel('earshot', { negotiated: true, id: 0 }),
      );
      if (near && far) {
        passOn(near, far);
        passOn(far, near);
      }
      return whole(toAnswerer);
    },
    async takeAnswer(sdp) {
      await toAnswerer.setRemoteDescription({ type: 'answer', sdp });
      return whole(toOfferer);
    },
    framesTaken: async () => (await framesOf(toOfferer)) + (await framesOf(toAnswerer)),
  };
}
