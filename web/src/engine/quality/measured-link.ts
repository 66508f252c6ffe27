// One connection as it goes: what is measured of it, what both ends say of it, and how it is sent.
import { decode, encode } from '../../../../protocol/codec.ts';
import type { PeerId } from '../../../../protocol/ids.ts';
import {
  type Ailments,
  type LinkSummary,
  type Report,
  StatusMessage,
  type View,
} from '../../../../protocol/peer-status.ts';
import { Emitter } from '../emitter.ts';
import type { Clock } from '../environment.ts';
import type { Encoding } from '../peer/encoding.ts';
import type { LinkPort } from '../peer/link-port.ts';
import type { SlotName } from '../slots.ts';
import type { LinkSigns } from './ailments.ts';
import { BulkLimiter } from './bulk-limiter.ts';
import type { LinkRecord } from './call-record.ts';
import type { Layers } from './choose-layers.ts';
import { type LinkGrowth, growthOf } from './growth.ts';
import type { Layer } from './layer.ts';
import type { FrameRates } from './own-sources.ts';
import { type Pace, crowdOf, nextPace, unlimited } from './pace.ts';
import { type ProcessorLoad, loadOf } from './processor-load.ts';
import { type LinkReading, readStats } from './read-stats.ts';
import { summarize } from './summarize.ts';

/** Two reports may be lost; what was said before those is over. */
const reportIsGoodForMs = 7_000;

/** For so long a browser finds out what a way carries, from a guess upwards: what it believes till then blames nobody. */
const guessMs = 10_000;

export const pictureSlots = ['camera', 'screen'] as const satisfies readonly SlotName[];
type PictureSlot = (typeof pictureSlots)[number];

export interface MeasuredLinkOptions {
  readonly id: PeerId;
  readonly port: LinkPort;
  readonly clock: Clock;
}

/** Speech goes before all else, in the browser and, where it heeds such marks (RFC 8835), in the network. */
const first: Encoding = { priority: 'high', networkPriority: 'high' };

/** Until it is `closed`. */
export class MeasuredLink extends Emitter<{ viewed: undefined; closed: undefined }> {
  readonly id: PeerId;
  readonly #port: LinkPort;
  readonly #clock: Clock;
  readonly #files: BulkLimiter;
  #view: View | undefined;
  #report: (Report & { readonly atMs: number }) | undefined;
  /** The latest, and the one before. */
  #sensed: readonly LinkReading[] = [];
  /** The latest that was measured. */
  #reading: LinkReading | undefined;
  #summary: LinkSummary | undefined;
  #load: ProcessorLoad | undefined;
  #pace = unlimited;
  /** When the way began to be used. */
  #sinceMs: number;
  #layers: Layers | undefined;
  /** Which codec was chosen, by its MIME type. */
  readonly #codecs = new Map<PictureSlot, string>();

  constructor({ id, port, clock }: MeasuredLinkOptions) {
    super();
    this.id = id;
    this.#port = port;
    this.#clock = clock;
    this.#sinceMs = clock.now();
    this.#files = new BulkLimiter(port);
    port.on('frame', (frame) => this.#receive(frame));
    port.on('closed', () => this.emit('closed', undefined));
  }

  /** How large that peer shows this side's pictures; undefined until it has told. */
  get view(): View | undefined {
    return this.#view;
  }

  /** Whether anything gets through at the moment. */
  get isUp(): boolean {
    return this.#port.isUp;
  }

  get pace(): Pace {
    return this.#pace;
  }

  /** Of the camera, as far as this connection has counted. */
  get cameraFrames(): FrameRates {
    const coming = this.#sensed.at(-1)?.sent.camera?.sourceFramesPerSecond ?? 0;
    return { coming, asked: this.#layers?.camera.maxFramerate ?? 0 };
  }

  /** Undefined until two readings were taken, and while the connection is down. */
  get record(): LinkRecord | undefined {
    const { id } = this;
    if (!this.#summary || !this.#reading || !this.isUp) return undefined;
    const report = this.#latestReport();
    return {
      id,
      mine: this.#summary,
      theirs: report?.link,
      theirAilments: report?.ailments,
    };
  }

  /** The same with what it asks of this side's processor. */
  get signs(): LinkSigns | undefined {
    const { record } = this;
    return record && this.#load && { ...record, load: this.#load };
  }

  /** Tells the peer what is seen of it here. */
  tell(view: View): void {
    this.#port.send(encode(view));
  }

  /** Tells the peer how the connection looks from here. */
  report(ailments: Ailments): void {
    if (this.#summary) this.#port.send(encode({ type: 'report', link: this.#summary, ailments }));
  }

  /** Finds out what gets through. */
  async sense(): Promise<LinkReading> {
    const port = this.#port;
    const report = await port.readStats();
    const reading = readStats(report, (mid) => port.slotOf(mid), this.#clock.now());
    const [earlier, before = earlier] = this.#sensed;
    // What one way carries tells nothing of another.
    if (before && before.pair !== reading.pair) {
      this.#sensed = [reading];
      this.#pace = unlimited;
      this.#files.startOver();
      this.#sinceMs = reading.atMs;
      return reading;
    }
    this.#sensed = before ? [before, reading] : [reading];
    // Of two intervals: peers report what they lost every second.
    if (earlier) this.#follow(this.#summarize(growthOf(earlier, reading)), reading);
    return reading;
  }

  /** Finds out all that is said of it, and shown. */
  async measure(): Promise<void> {
    const reading = await this.sense();
    const before = this.#reading;
    this.#reading = reading;
    if (!before) return;
    const growth = growthOf(before, reading);
    const isGuess = reading.atMs - this.#sinceMs < guessMs;
    this.#summary = this.#summarize(isGuess ? { ...growth, availableBitrate: null } : growth);
    this.#load = loadOf(growth);
  }

  /** Sends it in the codec that `choose` picks of those agreed on; in the browser's own choice as long as it picks none. */
  sendIn(
    slot: PictureSlot,
    choose: (negotiated: readonly RTCRtpCodec[]) => RTCRtpCodec | undefined,
  ): void {
    const codec = choose(this.#port.codecsOf(slot));
    if (!codec || codec.mimeType === this.#codecs.get(slot)) return;
    this.#codecs.set(slot, codec.mimeType);
    this.#port.encode(slot, { codec });
  }

  /** Sends it so from now on. */
  encode(layers: Layers): void {
    this.#layers = layers;
    this.#port.encode('microphone', first);
    // Left alone, a browser begins small and grows for half a minute. Where room is scarce it sees that sooner than we do.
    const isScarce = this.#pace.limitBps !== undefined;
    const degradationPreference = isScarce ? 'maintain-framerate' : 'maintain-resolution';
    this.#port.encode('camera', { ...encodingOf(layers.camera), degradationPreference });
    this.#port.encode('screen', encodingOf(layers.screen));
  }

  #summarize(growth: LinkGrowth): LinkSummary {
    return summarize(growth, {
      wantedKbps: (this.#layers?.wantedBps ?? 0) / 1_000,
      theySend: this.#latestReport()?.link.sent,
    });
  }

  #follow({ rttMs, sent }: LinkSummary, { availableBitrate, atMs }: LinkReading): void {
    if (!this.#layers) return;
    const { grantedBps, wantedBps, leastBps } = this.#layers;
    const signs = {
      availableBps: availableBitrate,
      sentBps: sent.kbps * 1_000,
      grantedBps,
      wantedBps,
      leastBps,
      lost: sent.lost,
      rttMs,
    };
    this.#files.follow(crowdOf(this.#pace, signs), atMs);
    this.#pace = nextPace(this.#pace, { ...signs, doFilesGiveWay: this.#files.givesWay });
  }

  #latestReport(): Report | undefined {
    const isGood = this.#report && this.#clock.now() - this.#report.atMs < reportIsGoodForMs;
    return isGood ? this.#report : undefined;
  }

  /** Most say again what was said. */
  #take(view: View): void {
    const isNew = JSON.stringify(view) !== JSON.stringify(this.#view);
    this.#view = view;
    if (isNew) this.emit('viewed', undefined);
  }

  #receive(frame: string): void {
    const decoded = decode(StatusMessage, frame);
    if (!decoded.ok) return; // Of a newer page, or not of one at all.
    const message = decoded.value;
    switch (message.type) {
      case 'report':
        this.#report = { ...message, atMs: this.#clock.now() };
        return;
      case 'view':
        this.#take(message);
        return;
      default:
        message satisfies never;
    }
  }
}

/** What is not sent keeps its size: it comes back in it. */
function encodingOf(layer: Layer): Encoding {
  return layer.active ? { ...layer } : { active: false };
}
