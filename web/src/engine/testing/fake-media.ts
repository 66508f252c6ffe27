// Cameras, microphones and screens that give tracks when the test says so.

type FakeSettled = 'grant' | DOMException;
/** A promise is a prompt that stands open until it is settled. */
type FakeAnswer = FakeSettled | Promise<FakeSettled>;

export interface FakeDevice {
  readonly kind: MediaDeviceKind;
  readonly deviceId: string;
  readonly label: string;
  /** Devices in one case; also the device that the system's default stands for. */
  readonly groupId?: string;
}

export class FakeTrack extends EventTarget {
  readonly kind: 'audio' | 'video';
  readonly deviceId: string;
  readonly label: string;
  contentHint = '';
  readyState: 'live' | 'ended' = 'live';
  muted = false;
  /** What is done to what it gives; each can be changed by its name. */
  settings: MediaTrackSettings = {};
  /** Whether settings can be changed while it runs; `no` refuses, `pretends` promises and does nothing. */
  adjusts: 'yes' | 'no' | 'pretends' = 'yes';
  /** The ways a phone's camera can face. */
  facingModes: string[] = [];

  constructor(kind: 'audio' | 'video', deviceId = 'default', label = '') {
    super();
    this.kind = kind;
    this.deviceId = deviceId;
    this.label = label;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId, ...this.settings };
  }

  getCapabilities(): MediaTrackCapabilities {
    return { facingMode: this.facingModes };
  }

  applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
    if (this.adjusts === 'no')
      return Promise.reject(new DOMException('no', 'OverconstrainedError'));
    if (this.adjusts === 'yes') this.settings = settingsFrom(constraints);
    return Promise.resolve();
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** The device goes away: unplugged, or stopped from the browser's own bar. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  /** The system silences the device, or lets it be heard and seen again. */
  setMuted(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }
}

export class FakeMediaDevices extends EventTarget {
  /** Every track ever given, to see that none is left running. */
  readonly given: FakeTrack[] = [];
  /** What was asked for, in order. */
  readonly asked: MediaStreamConstraints[] = [];
  /** What the person has allowed before. */
  readonly allowed = new Set<'microphone' | 'camera'>();
  /** How each kind is answered from now on. */
  audio: FakeAnswer = 'grant';
  video: FakeAnswer = 'grant';
  screen: FakeAnswer = 'grant';
  /** What the dialogue of what to share was asked for, in order. */
  readonly askedToShare: (DisplayMediaStreamOptions | undefined)[] = [];
  /** The settings this browser knows. */
  supported: MediaTrackSupportedConstraints = {};
  /** Whether a camera in use stands in the way of another, as on many phones. */
  hasOneCameraAtATime = false;

  /** What is plugged in; undefined is as many devices as are asked for. */
  #plugged: readonly FakeDevice[] | undefined;

  get live(): FakeTrack[] {
    return this.given.filter((track) => track.readyState === 'live');
  }

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind]);
    await allow(...kinds.map((kind) => this[kind]));
    return this.#give(kinds.map((kind) => this.#open(kind, constraints[kind])));
  }

  getSupportedConstraints(): MediaTrackSupportedConstraints {
    return this.supported;
  }

  async getDisplayMedia(options?: DisplayMediaStreamOptions): Promise<MediaStream> {
    this.askedToShare.push(options);
    await allow(this.screen);
    return this.#give([new FakeTrack('video'), new FakeTrack('audio')]);
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return Promise.resolve([...(this.#plugged ?? [])] as MediaDeviceInfo[]);
  }

  /**
   * From now on these, and no others, are plugged in; the first of a kind is the system's default. The tracks
   * of those that are gone end.
   */
  plug(...devices: FakeDevice[]): void {
    const ids = new Set(devices.map(({ deviceId }) => deviceId));
    const gone = this.#plugged?.filter(({ deviceId }) => !ids.has(deviceId)) ?? [];
    this.#plugged = devices;
    for (const track of this.live) {
      if (gone.some(({ deviceId }) => deviceId === track.deviceId)) track.end();
    }
    this.dispatchEvent(new Event('devicechange'));
  }

  #open(kind: 'audio' | 'video', constraint: MediaStreamConstraints['audio']): FakeTrack {
    const isTaken = kind === 'video' && this.live.some((track) => track.kind === kind);
    if (isTaken && this.hasOneCameraAtATime) throw new DOMException('one', 'NotReadableError');
    const track = this.#find(kind, constraint);
    if (typeof constraint === 'object') track.settings = settingsFrom(constraint);
    // Chromium processes a microphone in one way for all tracks of it: in that of the first.
    const first = this.live.find(
      (other) => other.kind === 'audio' && other.deviceId === track.deviceId,
    );
    if (first && kind === 'audio') track.settings = first.settings;
    return track;
  }

  #find(kind: 'audio' | 'video', constraint: MediaStreamConstraints['audio']): FakeTrack {
    const wanted = deviceIdOf(constraint);
    if (!this.#plugged) return new FakeTrack(kind, wanted);
    const ofKind = this.#plugged.filter((device) => device.kind === `${kind}input`);
    if (ofKind.length === 0) throw new DOMException('none', 'NotFoundError');
    const device = wanted ? ofKind.find(({ deviceId }) => deviceId === wanted) : ofKind[0];
    if (!device) throw new DOMException('gone', 'OverconstrainedError');
    return new FakeTrack(kind, device.deviceId, device.label);
  }

  #give(tracks: readonly FakeTrack[]): MediaStream {
    this.given.push(...tracks);
    const ofKind = (kind: string) => tracks.filter((track) => track.kind === kind);
    const stream = {
      getTracks: () => tracks,
      getAudioTracks: () => ofKind('audio'),
      getVideoTracks: () => ofKind('video'),
    };
    return stream as unknown as MediaStream;
  }
}

async function allow(...answers: FakeAnswer[]): Promise<void> {
  const settled = await Promise.all(answers.map((answer) => Promise.resolve(answer)));
  const refusal = settled.find((answer) => answer !== 'grant');
  if (refusal) throw refusal;
}

function deviceIdOf(constraint: boolean | MediaTrackConstraints | undefined): string | undefined {
  if (typeof constraint !== 'object') return undefined;
  const wanted = constraint.deviceId;
  // One that is only ideal is overlooked, as Chromium does.
  return typeof wanted === 'object' && 'exact' in wanted ? String(wanted.exact) : undefined;
}

/** What is asked for by its bare value, a browser that knows it gives. */
function settingsFrom(constraints: MediaTrackConstraints): MediaTrackSettings {
  const bare = Object.entries(constraints).filter(([, value]) => typeof value !== 'object');
  return Object.fromEntries(bare);
}
