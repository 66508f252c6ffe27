// What one link carried between two readings.
import type { Link, Slot } from './link-statistics.ts';

/** Headers of UDP and IPv4, for each packet, and what SRTP adds to authenticate it (RFC 7714, section 13). */
const overheadBytes = 8 + 20 + 16;

export class LinkWindow {
  readonly name: string;
  readonly #before: Link;
  readonly #after: Link;

  constructor(before: Link, after: Link) {
    this.name = `${after.from} → ${after.to}`;
    this.#before = before;
    this.#after = after;
  }

  get link(): Link {
    return this.#after;
  }

  /** As the sender counts it, on the wire. */
  sentKbps(slot: Slot): number {
    const [before, after] = [this.#before.sender, this.#after.sender];
    const bytes = after.sent[slot].bytes - before.sent[slot].bytes;
    const packets = after.sent[slot].packets - before.sent[slot].packets;
    return ((bytes + packets * overheadBytes) * 8) / (after.atMs - before.atMs);
  }

  encodedPerSecond(slot: Slot): number {
    const [before, after] = [this.#before.sender, this.#after.sender];
    const frames = after.sent[slot].framesEncoded - before.sent[slot].framesEncoded;
    return (frames * 1_000) / (after.atMs - before.atMs);
  }

  /** Frames shown each second, as far as they were decoded. */
  framesPerSecond(slot: Slot): number {
    const { before, after, seconds } = this.#arrived(slot);
    return (after.framesDecoded - before.framesDecoded) / seconds;
  }

  /** How large its pictures arrive, now. */
  get width(): number {
    return this.#after.receiver.arrived.camera.frameWidth;
  }

  /** Of the packets that were sent, from 0 to 1. */
  lostShare(slot: Slot): number {
    const { before, after } = this.#arrived(slot);
    const lost = after.packetsLost - before.packetsLost;
    return lost / (lost + after.packets - before.packets);
  }

  /** Together, so the longest of them was no longer. One that has not ended yet does not count. */
  frozenSeconds(slot: Slot): number {
    const { before, after } = this.#arrived(slot);
    return after.freezesSeconds - before.freezesSeconds;
  }

  /**
   * The share of what was played that was made up, from 0 to 1. Silent samples are of it: what is lost for long is made
   * up of silence. So it says nothing of someone who is muted, which sounds the same.
   */
  concealedShare(slot: Slot): number {
    const { before, after } = this.#arrived(slot);
    const played = after.samples - before.samples;
    return played > 0 ? (after.concealedSamples - before.concealedSamples) / played : Number.NaN;
  }

  #arrived(slot: Slot) {
    const [from, to] = [this.#before.receiver, this.#after.receiver];
    const seconds = (to.atMs - from.atMs) / 1_000;
    return { before: from.arrived[slot], after: to.arrived[slot], seconds };
  }
}

/** Those links that were there both times. */
export function windowsBetween(before: readonly Link[], after: readonly Link[]): LinkWindow[] {
  return after.flatMap((link) => {
    const earlier = before.find(({ from, to }) => from === link.from && to === link.to);
    return earlier ? [new LinkWindow(earlier, link)] : [];
  });
}

/** One line, for whoever wants to know more than whether a test passed. */
export function describe(window: LinkWindow): string {
  const { sender, receiver } = window.link;
  const { frameWidth, frameHeight } = receiver.arrived.camera;
  return [
    window.name,
    `sound ${window.sentKbps('microphone').toFixed(0)} kbit/s, ${percent(window.concealedShare('microphone'))} made up`,
    `pictures ${window.sentKbps('camera').toFixed(0)} kbit/s, ${frameWidth}x${frameHeight} at ${window.framesPerSecond('camera').toFixed(1)}, frozen ${window.frozenSeconds('camera').toFixed(1)} s`,
    `limited by ${sender.sent.camera.qualityLimitationReason}`,
  ].join('; ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
