// The four fixed transceivers of one connection. They are negotiated once; afterwards a track comes, goes
// or changes by replaceTrack, never by SDP.
import type { Environment } from '../environment.ts';
import { emptySlots, slotKinds, slotNames, type SlotName, type SlotTracks } from '../slots.ts';
import { type Encoding, EncodingChanges } from './encoding.ts';

/** Of a usual camera, until it is known how large it is shown: 640x360 (Q3). */
const beginning: Encoding = { scaleResolutionDownBy: 2, maxBitrate: 400_000 };

export class MediaSlots {
  readonly #connection: RTCPeerConnection;
  readonly #transceivers = new Map<SlotName, RTCRtpTransceiver>();
  readonly #encodings = new Map<SlotName, EncodingChanges>();
  /** What is of one stream is played in step: a face with its voice, a screen with its sound. */
  readonly #streams: Readonly<Record<SlotName, MediaStream>>;
  /** What is sent, or will be once there are transceivers. */
  #outgoing: SlotTracks = emptySlots;

  constructor(connection: RTCPeerConnection, environment: Pick<Environment, 'createMediaStream'>) {
    this.#connection = connection;
    const person = environment.createMediaStream([]);
    const screen = environment.createMediaStream([]);
    this.#streams = { microphone: person, camera: person, screen, screenAudio: screen };
  }

  /** Adds the transceivers: the offering side does this, which makes the browser ask for an offer. */
  add(): void {
    for (const slot of slotNames) {
      const track = this.#outgoing[slot];
      const transceiver = this.#connection.addTransceiver(track ?? slotKinds[slot], {
        direction: 'sendrecv',
        streams: [this.#streams[slot]],
      });
      this.#use(slot, transceiver);
    }
  }

  /**
   * Takes over the transceivers a remote offer made; the answering side does this before it answers.
   * Offers after the first change nothing. Throws when the offer does not bring the four slots.
   */
  adopt(): void {
    if (this.#transceivers.size > 0) return;
    const transceivers = this.#connection.getTransceivers();
    for (const [index, slot] of slotNames.entries()) {
      const transceiver = transceivers[index];
      if (transceiver?.receiver.track.kind !== slotKinds[slot]) {
        throw new Error(`the offer brings no ${slotKinds[slot]} at slot ${index}, the ${slot}`);
      }
      transceiver.direction = 'sendrecv';
      transceiver.sender.setStreams(this.#streams[slot]);
      this.#use(slot, transceiver);
      this.#replace(slot);
    }
  }

  /** Sends `track` in `slot` from now on, or nothing. */
  send(slot: SlotName, track: MediaStreamTrack | null): void {
    this.#outgoing = { ...this.#outgoing, [slot]: track };
    this.#replace(slot);
  }

  /** The tracks that come in, silent or black while the peer sends nothing; null before negotiation. */
  received(): SlotTracks {
    const trackOf = (slot: SlotName) => this.#transceivers.get(slot)?.receiver.track ?? null;
    return {
      microphone: trackOf('microphone'),
      camera: trackOf('camera'),
      screen: trackOf('screen'),
      screenAudio: trackOf('screenAudio'),
    };
  }

  /** How loud the last packet of an audio slot was, from 0 to 1 (W3C WebRTC, section 5.3). */
  levelOf(slot: SlotName): number {
    const [source] = this.#transceivers.get(slot)?.receiver.getSynchronizationSources() ?? [];
    return source?.audioLevel ?? 0;
  }

  /** The slot whose media section has this id; undefined before negotiation. */
  slotOf(mid: string): SlotName | undefined {
    return slotNames.find((slot) => this.#transceivers.get(slot)?.mid === mid);
  }

  /** What the two ends have agreed that `slot` may be sent in; nothing before negotiation. */
  codecsOf(slot: SlotName): readonly RTCRtpCodec[] {
    return this.#transceivers.get(slot)?.sender.getParameters().codecs ?? [];
  }

  /** How `slot` is encoded from now on, whatever track is in it. */
  encode(slot: SlotName, change: Encoding): void {
    this.#encodings.get(slot)?.make(change);
  }

  #use(slot: SlotName, transceiver: RTCRtpTransceiver): void {
    this.#transceivers.set(slot, transceiver);
    const encoding = new EncodingChanges(transceiver.sender);
    this.#encodings.set(slot, encoding);
    if (slot === 'camera') encoding.make(beginning);
  }

  #replace(slot: SlotName): void {
    const sender = this.#transceivers.get(slot)?.sender;
    if (!sender || sender.track === this.#outgoing[slot]) return;
    // A track of the right kind is refused only by a connection that is closed, where it does not matter.
    sender.replaceTrack(this.#outgoing[slot]).catch(() => undefined);
  }
}
